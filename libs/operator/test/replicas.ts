import { type LogLine, createLogSink, createLogger } from '@bff/observability';
import { type ServicePolicy, createServicePolicy, defaultServiceLimits } from '@bff/resilience';
import type { VirtualClock } from '@bff/testing';
import { ActLog, type LoggedAct } from '../src/act-log.ts';
import type { ActName } from '../src/act.ts';
import { Circuits } from '../src/circuits.ts';
import { Replication } from '../src/replication.ts';
import type { RegisterConnection, SharedRegister } from './shared-register.ts';

export const services = ['order', 'payment'] as const;

export const policiesOn = (clock: VirtualClock): readonly ServicePolicy[] =>
  services.map((service) => createServicePolicy({ service, limits: () => defaultServiceLimits, clock }));

/** One replica over a shared register, on a clock that the test moves. */
export interface TestReplica {
  readonly store: RegisterConnection;
  readonly replication: Replication;
  /** Asks this replica for an act. Resolves when its operator is answered. */
  act(act: ActName, service?: string, by?: string): Promise<void>;
  state(service?: string): string;
  shared(service?: string): boolean | undefined;
  acts(): readonly LoggedAct[];
  lines(): readonly LogLine[];
}

/** Starts replicas, which are closed by `closeReplicas`. */
export function startReplica(register: SharedRegister, clock: VirtualClock): TestReplica {
  const sink = createLogSink();
  const logger = createLogger({ app: 'test', destination: sink });
  const policies = policiesOn(clock);
  const log = new ActLog(logger);
  const circuits = new Circuits({ policies, clock, log });
  const store = register.connect();
  // No jitter: what is tested is what happens, not when.
  const replication = new Replication({ circuits, store, clock, random: () => 0.5, logger });
  started.push(replication);
  return {
    store,
    replication,
    async act(act, service = 'payment', by = 'usr_1') {
      await replication.share(circuits.actHere({ service, act, by, reason: 'for a test' }));
    },
    state: (service = 'payment') => policies.find((policy) => policy.service === service)?.breaker.state ?? 'unknown',
    shared: (service = 'payment') => circuits.held(service)?.shared,
    acts: () => log.acts,
    lines: () => sink.lines(),
  };
}

const started: Replication[] = [];

export function closeReplicas(): void {
  for (const replication of started.splice(0)) replication.close();
}
