import { abortReasonOf, type AbortReason, DeadlineExceeded, PageSettled } from '@bff/errors';
import type { Clock, Timer } from '@bff/clock';
import { setDeadlineTimer } from './deadline-timer.ts';

export interface DeadlineOptions {
  clock: Clock;
  /**
   * Aborts the deadline's signal too, with the same reason: the request's signal (`ClientGone`, `ShuttingDown`).
   * A reason that is not an `AbortReason` becomes `PageSettled`: somebody above stopped waiting, no service failed.
   */
  signal?: AbortSignal;
}

/**
 * A point in time by which everything below must have ended, and the one signal that says so. A page makes one and hands
 * it to all its calls. The signal aborts for one of the typed reasons and never on success: aborting on success costs
 * several µs a call, and tells listeners of a failure that is none. Whoever made the deadline disposes it.
 */
export class Deadline {
  /** The point in time, on the `Clock` that it was made with. */
  readonly at: number;
  /** Its `reason` is always an `AbortReason`. */
  readonly signal: AbortSignal;
  readonly #clock: Clock;
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  #timer: Timer | undefined;

  /**
   * A deadline `ms` milliseconds from now. Zero or less is a deadline that has passed already.
   */
  static after(ms: number, options: DeadlineOptions): Deadline {
    return new Deadline(ms, options);
  }

  private constructor(ms: number, { clock, signal: parent }: DeadlineOptions) {
    this.#clock = clock;
    this.#parent = parent;
    this.at = clock.now() + ms;
    this.signal = this.#controller.signal;
    if (parent?.aborted) {
      this.#followParent();
    } else if (ms <= 0) {
      this.abort(new DeadlineExceeded());
    } else {
      parent?.addEventListener('abort', this.#followParent);
      this.#timer = setDeadlineTimer(clock, ms, () => this.abort(new DeadlineExceeded()));
    }
  }

  /** Milliseconds left; 0 once the time has passed or the signal has aborted for whatever reason. */
  remainingMs(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.at - this.#clock.now());
  }

  /** True once the point in time has passed. A client that left, a settled page or a shutdown do not expire a deadline. */
  get expired(): boolean {
    return this.signal.reason instanceof DeadlineExceeded || this.#clock.now() >= this.at;
  }

  /** Ends everything below for the given reason. Only the first reason counts. */
  abort(reason: AbortReason): void {
    this.dispose();
    if (!this.signal.aborted) this.#controller.abort(reason);
  }

  /** Clears the timer and lets go of the parent signal. Aborts nothing; may be called twice. */
  dispose(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#parent?.removeEventListener('abort', this.#followParent);
  }

  readonly #followParent = (): void => {
    this.abort((this.#parent && abortReasonOf(this.#parent)) ?? new PageSettled());
  };
}
