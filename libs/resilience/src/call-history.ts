import type { Clock } from '@bff/clock';
import type { ChangeReason } from './circuit-breaker.ts';
import type { ServiceLimits } from './service-limits.ts';
import { SlidingCount } from './sliding-count.ts';
import type { Tunable } from './tunable.ts';

/** What a closed circuit remembers of the calls that went through it, and whether that is reason to open. */
export class CallHistory {
  readonly #clock: Clock;
  readonly #limits: Tunable<ServiceLimits['breaker']>;
  readonly #calls: SlidingCount;
  readonly #failures: SlidingCount;
  readonly #slow: SlidingCount;
  #failuresInARow = 0;
  #lastFailureAt = 0;

  constructor(clock: Clock, limits: Tunable<ServiceLimits['breaker']>) {
    const windowMs = () => limits().windowMs;
    this.#clock = clock;
    this.#limits = limits;
    this.#calls = new SlidingCount(clock, windowMs);
    this.#failures = new SlidingCount(clock, windowMs);
    this.#slow = new SlidingCount(clock, windowMs);
  }

  /** Counts one call. Neutral ones must not get here: they neither count nor end a row of failures. */
  record(verdict: 'success' | 'failure', slow: boolean): void {
    this.#calls.add();
    if (slow) this.#slow.add();
    if (verdict === 'success') {
      this.#failuresInARow = 0;
      return;
    }
    this.#failures.add();
    this.#failuresInARow = this.#consecutiveFailures() + 1;
    this.#lastFailureAt = this.#clock.now();
  }

  /** Why the circuit should open now; undefined while it should not. */
  reasonToOpen(): ChangeReason | undefined {
    const { minimumCalls, failureRatio, slowRatio, consecutiveFailures } = this.#limits();
    if (this.#consecutiveFailures() >= consecutiveFailures) return 'consecutive-failures';
    const calls = this.#calls.total;
    if (calls < minimumCalls) return undefined;
    if (this.#failures.total >= failureRatio * calls) return 'failure-ratio';
    if (this.#slow.total >= slowRatio * calls) return 'slow-ratio';
    return undefined;
  }

  counts(): { calls: number; failures: number; slow: number; consecutiveFailures: number } {
    return {
      calls: this.#calls.total,
      failures: this.#failures.total,
      slow: this.#slow.total,
      consecutiveFailures: this.#consecutiveFailures(),
    };
  }

  clear(): void {
    this.#calls.clear();
    this.#failures.clear();
    this.#slow.clear();
    this.#failuresInARow = 0;
  }

  /** A row ends after a window without a failure: four before the night and one in the morning are not five in a row. */
  #consecutiveFailures(): number {
    return this.#clock.now() - this.#lastFailureAt >= this.#limits().windowMs ? 0 : this.#failuresInARow;
  }
}
