import type { Clock } from '@bff/clock';
import type { Tunable } from './tunable.ts';

/** Parts of the window. More are more exact and cost more; a tenth is as far as a count is off. */
const BUCKETS = 10;

interface Bucket {
  readonly startedAt: number;
  count: number;
}

/**
 * How often something happened in the last `windowMs`, on the monotonic clock. What happened longer ago is forgotten
 * whether or not anything happened since; so an idle hour leaves nothing behind. Forgetting is up to a tenth of the
 * window early, never late. The window may change its size at any time and keeps what is in it.
 */
export class SlidingCount {
  readonly #clock: Clock;
  readonly #windowMs: Tunable<number>;
  /** Oldest first. */
  #buckets: Bucket[] = [];
  #total = 0;

  constructor(clock: Clock, windowMs: Tunable<number>) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  add(): void {
    const now = this.#clock.now();
    const windowMs = this.#windowMs();
    this.#forget(now - windowMs);
    const newest = this.#buckets.at(-1);
    if (newest && now - newest.startedAt < windowMs / BUCKETS) newest.count += 1;
    else this.#buckets.push({ startedAt: now, count: 1 });
    this.#total += 1;
  }

  get total(): number {
    this.#forget(this.#clock.now() - this.#windowMs());
    return this.#total;
  }

  clear(): void {
    this.#buckets = [];
    this.#total = 0;
  }

  #forget(before: number): void {
    for (let oldest = this.#buckets[0]; oldest && oldest.startedAt <= before; oldest = this.#buckets[0]) {
      this.#total -= oldest.count;
      this.#buckets.shift();
    }
  }
}
