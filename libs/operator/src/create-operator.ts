import type { Clock } from '@bff/clock';
import type { TokenVerifier } from '@bff/identity';
import type { Logger, OperatorMetrics } from '@bff/observability';
import type { RedisTarget } from '@bff/redis';
import type { ServicePolicy } from '@bff/resilience';
import type { Router } from 'express';
import { ActLog } from './act-log.ts';
import { Circuits } from './circuits.ts';
import { OperatorDesk } from './operator-desk.ts';
import { operatorRoutes } from './operator-routes.ts';
import { RedisActs } from './redis-acts.ts';
import { Replication } from './replication.ts';
import type { SharedActs } from './shared-acts.ts';

export interface OperatorOptions {
  /** The app's name. Its replicas share acts, other apps do not. */
  readonly app: string;
  /** One for each service that the app calls. */
  readonly policies: readonly ServicePolicy[];
  /** Who may act. */
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Counts the acts. Default: nobody does. */
  readonly metrics?: OperatorMetrics;
  /** Shares acts between replicas. Default: an act is for this process alone. */
  readonly redis?: RedisTarget | undefined;
  /** For jitter. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

export interface Operator {
  /** For the admin port. */
  readonly routes: (router: Router) => void;
  /** Resolves when the isolations that hold have been taken over; after 300 ms in any case, and at once without Redis. */
  started(): Promise<void>;
  close(): void;
}

/** Lets operators act on the circuits of this process. Connects to Redis, when there is one, in the background. */
export function createOperator(options: OperatorOptions): Operator {
  const { redis, app, logger, random = Math.random } = options;
  return assembleOperator(options, redis && new RedisActs(redis, { app, random, unreadable: complainOnce(logger) }));
}

/** The same over any shared store. */
export function assembleOperator(options: OperatorOptions, store: SharedActs | undefined): Operator {
  const { app, policies, verifier, clock, logger, metrics, random = Math.random } = options;
  const log = new ActLog(logger, metrics);
  const circuits = new Circuits({ policies, clock, log });
  const replication = store && new Replication({ circuits, store, clock, random, logger });
  return {
    routes: operatorRoutes(new OperatorDesk({ app, circuits, log, replication }), verifier),
    started: async () => replication?.started(),
    close: () => replication?.close(),
  };
}

/** It is read three times a second: once a text is enough. */
function complainOnce(logger: Pick<Logger, 'warn'>): (service: string, text: string) => void {
  const last = new Map<string, string>();
  return (service, text) => {
    if (last.get(service) === text) return;
    last.set(service, text);
    logger.warn({ service }, 'what Redis has as the operator act on a circuit is none, and is ignored');
  };
}
