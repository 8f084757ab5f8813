import type { Clock } from '@bff/clock';

/** How often something happened in the last `windowMs`, exactly: for what is so rare that each time can be remembered. */
export class SlidingTimes {
  readonly #clock: Clock;
  readonly #windowMs: number;
  /** Oldest first. */
  readonly #times: number[] = [];

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  add(): void {
    this.#times.push(this.#clock.now());
  }

  get total(): number {
    const before = this.#clock.now() - this.#windowMs;
    for (let [oldest] = this.#times; oldest !== undefined && oldest <= before; [oldest] = this.#times) {
      this.#times.shift();
    }
    return this.#times.length;
  }
}
