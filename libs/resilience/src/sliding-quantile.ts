import { createHistogram } from 'node:perf_hooks';
import type { Clock } from '@bff/clock';

/** Long enough for the minute's tail to be seen, short enough that a service that became slow moves it within seconds. */
const WINDOW_MS = 60_000;
/** The window moves on by one slice at a time: what is forgotten is forgotten up to a sixth of the window early. */
const SLICES = 6;
const SLICE_MS = WINDOW_MS / SLICES;

/** The longest attempt that the limits allow, in µs, in which the histograms count: they take whole numbers only. */
const LONGEST_US = 600_000_000;
/** The histogram has no percentile 0; of few durations this is the shortest too. */
const LEAST_QUANTILE = 0.001;

/** Two significant figures: a value comes back at most 1 % too high, and a histogram takes 22 KB. */
const newHistogram = () => createHistogram({ lowest: 1, highest: LONGEST_US, figures: 2 });

/**
 * The quantiles of durations of the last minute, on the monotonic clock.
 *
 * Node's own HDR histogram, one for each sixth of the window and one of all of them, which a new slice makes anew (0.1 ms,
 * every 10 s). A duration costs two counts, a quantile a walk over the counts (0.5 µs); nothing is sorted or kept singly.
 * The answer is the value at the nearest rank, `round(quantile × count)`, rounded up by 1 % at most.
 */
export class SlidingQuantile {
  readonly #clock: Clock;
  readonly #slices = Array.from({ length: SLICES }, newHistogram);
  readonly #all = newHistogram();
  /** The number of the slice that durations go into now, counted from the start of the clock. */
  #slice: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#slice = this.#sliceNow();
  }

  record(durationMs: number): void {
    this.#moveOn();
    const us = Math.min(LONGEST_US, Math.max(1, Math.round(durationMs * 1000)));
    this.#slices[this.#slice % SLICES]?.record(us);
    this.#all.record(us);
  }

  /** How many durations there were in the window. */
  get count(): number {
    this.#moveOn();
    return this.#all.count;
  }

  /** The duration in ms that a share of `quantile` (0 to 1) did not exceed; undefined when there were none. */
  at(quantile: number): number | undefined {
    if (this.count === 0) return undefined;
    return this.#all.percentile(quantile * 100) / 1000;
  }

  /**
   * The least that the quantile may really be: the lower end of its 95 % confidence interval, by the rank, so whatever the
   * durations are like. It comes nearer to the quantile as there are more of them. Undefined when there were none.
   */
  lowerEnd(quantile: number): number | undefined {
    const deviation = Math.sqrt((quantile * (1 - quantile)) / Math.max(1, this.count));
    return this.at(Math.max(LEAST_QUANTILE, quantile - 2 * deviation));
  }

  #moveOn(): void {
    const now = this.#sliceNow();
    if (now === this.#slice) return;
    const passed = Math.min(SLICES, now - this.#slice);
    for (let back = 0; back < passed; back += 1) this.#slices[(now - back) % SLICES]?.reset();
    this.#slice = now;
    this.#all.reset();
    for (const slice of this.#slices) if (slice.count > 0) this.#all.add(slice);
  }

  #sliceNow(): number {
    return Math.floor(this.#clock.now() / SLICE_MS);
  }
}
