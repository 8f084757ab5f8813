import type { Clock, Timer } from '@bff/clock';

/** How often lateness is measured, and so the least of it that can be told from none. A hundred timers a second cost nothing. */
const SAMPLE_MS = 10;

/**
 * Measures how late the event loop is: what a timer that is due waits until it fires, which is how long a turn of the loop
 * takes. Only from `watch` to `rest`, so that an idle process has no timer.
 *
 * A timer rather than the histogram of `perf_hooks`: that one is such a timer too, in C++, but nothing but real time drives
 * it, and it has to be asked by another timer.
 */
export class EventLoopDelay {
  readonly #clock: Clock;
  readonly #measured: (delayMs: number) => void;
  #timer: Timer | undefined;
  #lastMs = 0;
  #ms = 0;

  /** `measured` is told of each measurement what `ms` is by then. */
  constructor(clock: Clock, measured: (delayMs: number) => void) {
    this.#clock = clock;
    this.#measured = measured;
  }

  /**
   * The lesser of the last two measurements, in milliseconds: a single long turn (garbage collection, a machine that
   * stalled) is over when it is seen, and says nothing of what comes.
   */
  get ms(): number {
    return this.#ms;
  }

  /** Goes on measuring, or begins to. */
  watch(): void {
    if (this.#timer === undefined) this.#arm();
  }

  /** Ends it and forgets what was measured. */
  rest(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#lastMs = 0;
    this.#ms = 0;
  }

  #arm(): void {
    const dueAtMs = this.#clock.now() + SAMPLE_MS;
    this.#timer = this.#clock.setTimer(SAMPLE_MS, () => {
      const lateMs = this.#clock.now() - dueAtMs;
      this.#ms = Math.min(lateMs, this.#lastMs);
      this.#lastMs = lateMs;
      this.#arm();
      this.#measured(this.#ms);
    });
  }
}
