const TICK_MS = 5;
/** A tick that comes later than this was held up. */
const LATE_MS = 10;

/**
 * When this process could not attend to its sockets. What was ready in the meantime is seen only afterwards, so this time is
 * taken off what an answer took: a driver that is busy must not make a server look slow.
 */
export class DriverWatch {
  readonly #stalls: { fromMs: number; toMs: number }[] = [];
  readonly #timer: NodeJS.Timeout;
  #lastMs = performance.now();

  constructor() {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Milliseconds of stalls between two points in time. */
  stalledMs(fromMs: number, toMs: number): number {
    return this.#stalls.reduce((sum, stall) => {
      const overlap = Math.min(stall.toMs, toMs) - Math.max(stall.fromMs, fromMs);
      return sum + Math.max(0, overlap);
    }, 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    if (now - this.#lastMs > LATE_MS) this.#stalls.push({ fromMs: this.#lastMs + TICK_MS, toMs: now });
    this.#lastMs = now;
  }
}
