import type { ServiceLimits } from '@bff/resilience';
import type { Draws } from './draws.ts';

/**
 * Thresholds within `serviceLimitsSchema`. Low ones more often than not, so that few calls are enough to move a breaker,
 * fill a bulkhead or spend a budget; now and then the ends of what the schema allows.
 */
export function drawLimits(draws: Draws): ServiceLimits {
  const minMs = draws.whole(0, 30);
  return {
    attemptMs: draws.chance(0.1) ? draws.pick([1, 2, 5, 600_000]) : draws.whole(20, 400),
    retries: draws.pick([0, 1, 1, 2, 3, 10]),
    retryBudget: { ratio: draws.pick([0, 0.1, 0.3, 1]), minPerSecond: draws.pick([0, 0.1, 0.2, 0.5, 1, 1000]) },
    backoff: { minMs, maxMs: minMs + draws.pick([0, 10, 40, 200]) },
    breaker: drawBreaker(draws),
    bulkhead: { maxInFlight: draws.pick([1, 2, 3, 4, 64, 100_000]) },
    hedge: drawHedge(draws),
  };
}

function drawHedge(draws: Draws): ServiceLimits['hedge'] {
  return {
    // Its histograms cost as much as all the rest of a schedule.
    enabled: draws.chance(0.06),
    quantile: draws.pick([0.5, 0.5, 0.9, 0.999]),
    minDelayMs: draws.pick([1, 5, 20]),
    minimumCalls: draws.pick([1, 1, 2, 3]),
    ratio: draws.pick([0, 0.1, 0.5, 1]),
    minPerSecond: draws.pick([0, 0.1, 0.2, 1000]),
  };
}

function drawBreaker(draws: Draws): ServiceLimits['breaker'] {
  const openMs = draws.pick([1, 20, 100, 300, 1000]);
  return {
    windowMs: draws.pick([1, 100, 1000, 10_000, 10_000, 600_000]),
    minimumCalls: draws.pick([1, 3, 5, 8, 20, 100_000]),
    failureRatio: draws.pick([0.01, 0.3, 0.5, 0.9, 1]),
    slowRatio: draws.pick([0.01, 0.3, 0.8, 1]),
    slowCallMs: draws.pick([1, 30, 100, 400, 600_000]),
    consecutiveFailures: draws.pick([1, 2, 3, 5, 100_000]),
    openMs,
    openJitter: draws.pick([0, 0.2, 0.2, 0.9]),
    maxOpenMs: openMs * draws.pick([1, 1.1, 4, 30]),
    probes: draws.chance(0.03) ? draws.whole(5, 20) : draws.whole(1, 4),
  };
}
