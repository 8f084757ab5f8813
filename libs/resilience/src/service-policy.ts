import type { Clock } from '@bff/clock';
import { wrap } from 'cockatiel';
import { AttemptDeadline } from './attempt-deadline.ts';
import { BreakerStateMachine } from './breaker-state-machine.ts';
import { Bulkhead, BulkheadPolicy } from './bulkhead.ts';
import { CircuitBreakerPolicy } from './circuit-breaker-policy.ts';
import type { BreakerSnapshot, CircuitBreaker } from './circuit-breaker.ts';
import { guardObserver } from './guarded-observer.ts';
import { HedgePolicy } from './hedge-policy.ts';
import { Hedging, type HedgingSnapshot } from './hedging.ts';
import type { Attempt, PolicyCall } from './policy-call.ts';
import type { PolicyObserver } from './policy-observer.ts';
import { RateLimit, RateLimitGate } from './rate-limit-gate.ts';
import { createRetryBudget, type RetryBudget } from './retry-budget.ts';
import { RetryPolicy } from './retry-policy.ts';
import { ServiceCall, type ServiceContext } from './service-call.ts';
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
  /** Undefined while hedging is off, and until the first call after it was switched on. */
  readonly hedging: HedgingSnapshot | undefined;
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

/**
 * Makes the policies of one service. One per service and process: breaker, bulkhead and budget are worth what they know.
 *
 * Outside to inside: retry, hedge (when it is on), rate-limit gate, circuit breaker, bulkhead, attempt deadline. README.md says why.
 */
export function createServicePolicy(options: ServicePolicyOptions): ServicePolicy {
  const { service, limits, clock, random = Math.random } = options;
  const { retryBudget = createRetryBudget({ clock, limits: () => limits().retryBudget }) } = options;
  const observer = guardObserver(options.observer ?? {});
  const context: ServiceContext = { service, limits, clock, random, observer };

  const breaker = new BreakerStateMachine({
    limits,
    clock,
    random,
    onChange: (change) => observer.breakerChanged({ service, ...change }),
  });
  const rateLimit = new RateLimit(clock);
  const slots = new Bulkhead(() => limits().bulkhead.maxInFlight);
  let hedging: Hedging | undefined;

  return {
    service,
    breaker,
    async execute(request, attempt) {
      const call = new ServiceCall(context, request);
      const retry = new RetryPolicy(call, retryBudget);
      const gate = new RateLimitGate(call, rateLimit);
      const circuit = new CircuitBreakerPolicy(call, breaker);
      const bulkhead = new BulkheadPolicy(call, slots);
      const time = new AttemptDeadline(call);
      try {
        // An idempotency key is not enough: two at once are for the service to tell apart, and few can.
        if (request.idempotent && limits().hedge.enabled) {
          hedging ??= new Hedging({ context, breaker, rateLimit, slots });
          const hedge = new HedgePolicy(call, hedging);
          return await wrap(retry, hedge, wrap(gate, circuit, bulkhead, time)).execute(attempt, call.signal);
        }
        return await wrap(retry, gate, circuit, bulkhead, time).execute(attempt, call.signal);
      } catch (error) {
        throw call.asRejection(error);
      }
    },
    snapshot: () => ({
      service,
      breaker: breaker.snapshot(),
      inFlight: slots.inFlight,
      retriesLeft: retryBudget.remaining,
      rateLimitedForMs: Math.ceil(rateLimit.remainingMs),
      hedging: limits().hedge.enabled ? hedging?.snapshot() : undefined,
    }),
  };
}
