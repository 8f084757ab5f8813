import { type Clock, type Timer } from '@bff/clock';

export interface RefreshScheduleOptions {
  readonly clock: Clock;
  /** Between 0 and 1; spreads the retries of many processes. */
  readonly random: () => number;
  /** Time between two refreshes while they succeed. */
  readonly everyMs: number;
  readonly backoff: { readonly firstMs: number; readonly longestMs: number };
  /** Does the work. The signal aborts when the schedule is closed. */
  readonly refresh: (signal: AbortSignal) => Promise<void>;
  /** Told of each failure, with the number of failures in a row. */
  readonly onFailure: (error: unknown, failures: number) => void;
}

/** Runs something at once, then again and again; sooner after a failure. One run at a time. */
export class RefreshSchedule {
  readonly #options: RefreshScheduleOptions;
  readonly #closed = new AbortController();
  #timer: Timer | undefined;
  #nextAtMs = 0;
  #failures = 0;
  #underWay: Promise<void> | undefined;

  constructor(options: RefreshScheduleOptions) {
    this.#options = options;
    void this.now();
  }

  /** The run under way, if there is one. Never rejects. */
  get underWay(): Promise<void> | undefined {
    return this.#underWay;
  }

  /** Whether the latest run that has ended failed. */
  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Milliseconds until the next run, 0 while one is under way. */
  get nextInMs(): number {
    return this.#underWay ? 0 : Math.max(0, this.#nextAtMs - this.#options.clock.now());
  }

  /** Runs now, or joins the run under way. Never rejects. */
  now(): Promise<void> {
    this.#underWay ??= this.#run();
    return this.#underWay;
  }

  close(): void {
    this.#closed.abort(new Error('closed'));
    this.#timer?.cancel();
  }

  async #run(): Promise<void> {
    const { refresh, onFailure } = this.#options;
    this.#timer?.cancel();
    try {
      await refresh(this.#closed.signal);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (!this.#closed.signal.aborted) onFailure(error, this.#failures);
    }
    this.#underWay = undefined;
    this.#plan();
  }

  #plan(): void {
    if (this.#closed.signal.aborted) return;
    const { clock, everyMs } = this.#options;
    const delayMs = this.failing ? this.#backoffMs() : everyMs;
    this.#nextAtMs = clock.now() + delayMs;
    this.#timer = clock.setTimer(delayMs, () => void this.now());
  }

  #backoffMs(): number {
    const { backoff, random } = this.#options;
    const fullMs = Math.min(backoff.longestMs, backoff.firstMs * 2 ** (this.#failures - 1));
    return fullMs * (1 - random() / 2);
  }
}
