import type { Clock } from '@bff/clock';
import type { ServiceLimits } from './service-limits.ts';
import { SlidingCount } from './sliding-count.ts';
import { SlidingTimes } from './sliding-times.ts';
import type { Tunable } from './tunable.ts';

/** Long enough to smooth a burst, short enough that yesterday's calm does not pay for today's storm. */
const WINDOW_MS = 10_000;

/** How many retries a service may still be burdened with. One per service, shared by the whole process. */
export interface RetryBudget {
  /** Counts a call that reached the service. Retries are not calls. */
  recordCall(): void;
  /** Takes one retry out of the budget; false when there is none left. */
  tryTake(): boolean;
  /** Whole retries left at this moment. */
  readonly remaining: number;
}

export interface RetryBudgetOptions {
  clock: Clock;
  limits: Tunable<ServiceLimits['retryBudget']>;
}

/**
 * Bounds retries to a share of the calls of the last 10 s, though never to fewer than `minPerSecond` on average. When a
 * service is down every call wants a retry; without this bound the retries double its load just then.
 */
export function createRetryBudget({ clock, limits }: RetryBudgetOptions): RetryBudget {
  const calls = new SlidingCount(clock, () => WINDOW_MS);
  // Exactly: what is forgotten a second early can be taken twice in ten.
  const retries = new SlidingTimes(clock, WINDOW_MS);
  const remaining = (): number => {
    const { ratio, minPerSecond } = limits();
    const allowed = Math.max(ratio * calls.total, (minPerSecond * WINDOW_MS) / 1000);
    return Math.max(0, Math.floor(allowed) - retries.total);
  };
  return {
    recordCall: () => calls.add(),
    tryTake() {
      if (remaining() < 1) return false;
      retries.add();
      return true;
    },
    get remaining() {
      return remaining();
    },
  };
}
