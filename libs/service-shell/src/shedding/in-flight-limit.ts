import type { SheddingLimits } from './shedding-limits.ts';

/** However late the loop is, one measurement takes away no more than half: the next one tells how that went. */
const DEEPEST_CUT = 0.5;

/**
 * How many requests may be answered at once. A fixed number cannot tell a process that waits for a slow service, and could
 * take on more, from one that has no CPU left: so it is cut while the event loop is late, in proportion, and grows by one
 * with each measurement that finds it in time.
 */
export class InFlightLimit {
  readonly #limits: () => SheddingLimits;
  #now = Number.POSITIVE_INFINITY;

  constructor(limits: () => SheddingLimits) {
    this.#limits = limits;
  }

  get value(): number {
    return Math.min(this.#now, this.#limits().maxInFlight);
  }

  /** Takes over a measurement, made with so many requests in flight. */
  adapt(delayMs: number, inFlight: number): void {
    const { maxEventLoopDelayMs, minInFlight } = this.#limits();
    const { value } = this;
    if (delayMs <= maxEventLoopDelayMs) {
      this.#now = value + 1;
    } else {
      const kept = Math.max(DEEPEST_CUT, maxEventLoopDelayMs / delayMs);
      this.#now = Math.max(minInFlight, Math.floor(Math.min(value, inFlight) * kept));
    }
  }

  /** Nothing is in flight: nothing has piled up either. */
  reset(): void {
    this.#now = Number.POSITIVE_INFINITY;
  }
}
