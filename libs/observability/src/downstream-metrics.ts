import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { durationBucketsSeconds } from './duration-buckets.ts';

export const breakerStates = ['closed', 'open', 'half-open', 'isolated'] as const;

export type BreakerStateName = (typeof breakerStates)[number];

/** What happens between a BFF and the services it calls. The shapes fit what a service policy reports. */
export interface DownstreamMetrics {
  /** One attempt ended; `outcome` is `ok`, `aborted`, `outrun` or a section code. */
  attemptEnded(event: { service: string; operation: string; outcome: string; durationMs: number }): void;
  /** Names a service before its first call, so that its breaker shows as closed and not as missing. */
  watch(service: string): void;
  /** The circuit breaker of a service changed its state. */
  breakerChanged(event: { service: string; to: BreakerStateName }): void;
  /** A failed attempt is tried again. */
  retried(event: { service: string; operation: string }): void;
  /** A failed attempt that was worth another got none: `budget` or `time` was short. */
  retryRefused(event: { service: string; operation: string; reason: string }): void;
  /** A call was turned away without an attempt: circuit open, bulkhead full, rate limit, budget spent. */
  rejected(event: { service: string; operation: string; code: string }): void;
  /** A second attempt started beside a first one that was late. */
  hedged(event: { service: string; operation: string }): void;
  /** The second attempt beside a late one answered first. */
  hedgeWon(event: { service: string; operation: string }): void;
  /** A late first attempt got no second one beside it: `time`, `circuit`, `rate-limit`, `load` or `budget` forbade it. */
  hedgeRefused(event: { service: string; operation: string; reason: string }): void;
}

export function createDownstreamMetrics(registry: Registry): DownstreamMetrics {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name, help, labelNames, registers });
  const attempts = new Histogram({
    name: 'bff_downstream_attempt_duration_seconds',
    help: 'Time of one attempt at a downstream call; a retried or hedged call has several.',
    labelNames: ['service', 'operation', 'outcome'] as const,
    buckets: durationBucketsSeconds,
    registers,
  });
  const state = new Gauge({
    name: 'bff_breaker_state',
    help: '1 for the state that the circuit breaker of a service is in, 0 for the others.',
    labelNames: ['service', 'state'] as const,
    registers,
  });
  const changes = counter('bff_breaker_changes_total', 'Changes of a circuit breaker into a state.', [
    'service',
    'state',
  ]);
  const retries = counter('bff_downstream_retries_total', 'Attempts made again after a failed one.', [
    'service',
    'operation',
  ]);
  const refusals = counter(
    'bff_downstream_retries_refused_total',
    'Failed attempts that were worth another and got none, by what was short: the retry budget or the time.',
    ['service', 'operation', 'reason'],
  );
  const rejections = counter('bff_downstream_rejections_total', 'Calls turned away without an attempt, by reason.', [
    'service',
    'operation',
    'code',
  ]);
  const hedges = counter('bff_downstream_hedges_total', 'Second attempts started beside a first one that was late.', [
    'service',
    'operation',
  ]);
  const hedgesWon = counter(
    'bff_downstream_hedges_won_total',
    'Second attempts beside a late one that answered first.',
    ['service', 'operation'],
  );
  const hedgeRefusals = counter(
    'bff_downstream_hedges_refused_total',
    'Late first attempts that got no second one beside them, by what forbade it.',
    ['service', 'operation', 'reason'],
  );
  const show = (service: string, now: BreakerStateName): void => {
    for (const name of breakerStates) state.set({ service, state: name }, name === now ? 1 : 0);
  };
  const prepared = new Map<string, (seconds: number) => void>();
  return {
    attemptEnded({ service, operation, outcome, durationMs }) {
      const key = `${service} ${operation} ${outcome}`;
      let observe = prepared.get(key);
      if (observe === undefined) {
        observe = attempts.labels(service, operation, outcome).observe;
        prepared.set(key, observe);
      }
      observe(durationMs / 1000);
    },
    watch: (service) => show(service, 'closed'),
    breakerChanged({ service, to }) {
      show(service, to);
      changes.inc({ service, state: to });
    },
    retried: ({ service, operation }) => retries.inc({ service, operation }),
    retryRefused: ({ service, operation, reason }) => refusals.inc({ service, operation, reason }),
    rejected: ({ service, operation, code }) => rejections.inc({ service, operation, code }),
    hedged: ({ service, operation }) => hedges.inc({ service, operation }),
    hedgeWon: ({ service, operation }) => hedgesWon.inc({ service, operation }),
    hedgeRefused: ({ service, operation, reason }) => hedgeRefusals.inc({ service, operation, reason }),
  };
}
