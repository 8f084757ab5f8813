import type { Clock } from '@bff/clock';
import { setDeadlineTimer } from './deadline-timer.ts';
import { Outrun } from './outrun.ts';
import { verdictOn } from './verdict.ts';

/** How a leg ended. Never a rejection: which of two ends counts is decided later. */
export type LegEnd<T> = { readonly leg: HedgeLeg<T>; readonly durationMs: number } & (
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
);

/** One of the two attempts of a hedged call, admitted and bounded on its own, with a signal that ends it alone. */
export class HedgeLeg<T> {
  /** Resolves the moment the attempt is over, at its own deadline at the latest, whether or not the function listens. */
  readonly ended: Promise<LegEnd<T>>;
  readonly #clock: Clock;
  readonly #controller = new AbortController();

  constructor(clock: Clock, run: (signal: AbortSignal) => PromiseLike<T> | T) {
    this.#clock = clock;
    this.ended = this.#follow(run);
  }

  /** Waits until it ended, but not longer than `ms`; tells whether it did. Leaves no timer behind. */
  async endsWithin(ms: number): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    // Not late are answers that lie unread because the event loop stood still: a stall must not hedge every call.
    const timer = setDeadlineTimer(this.#clock, ms, () => resolve(undefined));
    const end = await Promise.race([this.ended, late]);
    timer.cancel();
    return end !== undefined;
  }

  /** Ends it because the other one answered. Its slot is free and the breaker told within the same turn. */
  outrun(): void {
    this.#controller.abort(new Outrun());
  }

  async #follow(run: (signal: AbortSignal) => PromiseLike<T> | T): Promise<LegEnd<T>> {
    const startedAt = this.#clock.now();
    const about = () => ({ leg: this, durationMs: this.#clock.now() - startedAt });
    try {
      const value = await run(this.#controller.signal);
      return { ...about(), ok: true, value };
    } catch (error) {
      return { ...about(), ok: false, error };
    }
  }
}

/** Whether the call ends with this: a result, or an answer such as `NOT_FOUND`, which the other leg would be given too. */
export const isUsable = (end: LegEnd<unknown>): boolean => end.ok || verdictOn(end.error) === 'success';
