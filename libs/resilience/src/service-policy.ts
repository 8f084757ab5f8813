import type { Clock } from '@bff/clock';
import type { BreakerSnapshot, CircuitBreaker } from './circuit-breaker.ts';
import type { Attempt, PolicyCall } from './policy-call.ts';
import type { PolicyObserver } from './policy-observer.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { ServiceLimits } from './service-limits.ts';
import type { Tunable } from './tunable.ts';

export interface ServicePolicyOptions {
  /** `order`, `user`, `payment`, `inventory`. */
  service: string;
  limits: Tunable<ServiceLimits>;
  clock: Clock;
  /** Even in [0, 1). For jitter only. Default `Math.random`. */
  random?: () => number;
  /** Default: one of its own, by the limits. Pass one to share it between several policies of the same service. */
  retryBudget?: RetryBudget;
  observer?: PolicyObserver;
}

/** What the admin port and the gauges show of one service. */
export interface ServicePolicySnapshot {
  readonly service: string;
  readonly breaker: BreakerSnapshot;
  /** Attempts in flight at this moment. */
  readonly inFlight: number;
  readonly retriesLeft: number;
  /** For how long calls are still refused because the service answered 429 with `Retry-After`; 0 when they are not. */
  readonly rateLimitedForMs: number;
}

/** Every policy of one service, shared by all calls of the process. */
export interface ServicePolicy {
  readonly service: string;
  readonly breaker: CircuitBreaker;
  /**
   * Runs `attempt` under every policy of the service. Rejects only with a `DownstreamError`, or with the `AbortReason`
   * itself when the client left, the page was settled or the process stops.
   */
  execute<T>(call: PolicyCall, attempt: (attempt: Attempt) => Promise<T>): Promise<T>;
  snapshot(): ServicePolicySnapshot;
}
