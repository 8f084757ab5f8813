import type { Clock, Timer } from '@bff/clock';

/** The time of a play: it stands still but for what is set. There is nothing to wait for in a play. */
export class PlayClock implements Clock {
  /** Since the Unix epoch at the start of the monotonic clock, in ms. */
  readonly #epoch: number;
  #now: number;

  constructor(startMs: number, epoch: number) {
    this.#now = startMs;
    this.#epoch = epoch;
  }

  now(): number {
    return this.#now;
  }

  wallTime(): number {
    return this.#epoch + this.#now;
  }

  setTimer(): Timer {
    throw new Error('a play sets no timers');
  }

  moveTo(ms: number): void {
    this.#now = ms;
  }
}
