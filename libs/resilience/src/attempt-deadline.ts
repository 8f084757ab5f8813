import type { IDefaultPolicyContext } from 'cockatiel';
import { type AbortReason, DeadlineExceeded, DownstreamError } from '@bff/errors';
import { type AttemptOutcome, attemptOutcomeOf } from './attempt-outcome.ts';
import { BoundPolicy } from './bound-policy.ts';
import { setDeadlineTimer } from './deadline-timer.ts';
import { Outrun } from './outrun.ts';
import type { Attempt } from './policy-call.ts';
import type { ServiceCall } from './service-call.ts';

/** An attempt that got less than this share of its limit, as the page was nearly over, fails to nobody's blame. */
export const FAIR_SHARE = 0.5;

/** What the attempt function is given, as cockatiel hands contexts on. */
export type AttemptContext = IDefaultPolicyContext & Attempt;

/**
 * Gives each attempt `min(attemptMs, what is left of the page)` and a signal of its own, and settles the moment the time
 * is over, also when the function does not listen: its late result is dropped. On success nothing is aborted.
 *
 * Ends with `DOWNSTREAM_TIMEOUT` when time ran out, with the `AbortReason` itself when nobody waits any more, and with
 * `Outrun` when it is the slower leg of a hedged call.
 */
export class AttemptDeadline extends BoundPolicy<AttemptContext> {
  readonly #call: ServiceCall;
  #attempts = 0;

  constructor(call: ServiceCall) {
    super();
    this.#call = call;
  }

  async execute<T>(
    fn: (context: AttemptContext) => PromiseLike<T> | T,
    signal: AbortSignal = this.#call.signal,
  ): Promise<T> {
    const over = this.#call.overBeforeSent();
    if (over) throw over;
    this.#attempts += 1;
    const number = this.#attempts;
    const { clock } = this.#call.context;
    const startedAt = clock.now();
    try {
      const value = await this.#run(fn, number, signal);
      this.#ended(number, startedAt, 'ok');
      return value;
    } catch (thrown) {
      const error = thrown instanceof Outrun ? thrown : this.#call.asRejection(thrown);
      this.#ended(number, startedAt, attemptOutcomeOf(error));
      throw error;
    }
  }

  #run<T>(fn: (context: AttemptContext) => PromiseLike<T> | T, number: number, legSignal: AbortSignal): Promise<T> {
    const { context, request, signal: pageSignal } = this.#call;
    const { attemptMs } = context.limits();
    const remainingMs = Math.min(attemptMs, request.deadline.remainingMs());
    const endsAt = context.clock.now() + remainingMs;
    // Time for which the event loop stood still was none in which we could have asked or listened.
    const isFair = (): boolean => {
      const heldUpMs = Math.max(0, context.clock.now() - endsAt);
      return remainingMs - heldUpMs >= attemptMs * FAIR_SHARE;
    };
    // A leg of a hedged call may be ended alone. Otherwise the signal is the page's.
    const isLeg = legSignal !== pageSignal;
    const controller = new AbortController();

    return new Promise<T>((resolve, reject) => {
      const letGo = (): void => {
        timer.cancel();
        pageSignal.removeEventListener('abort', onPageAbort);
      };
      // Rejects before it aborts: what the function makes of its aborted signal must not be what the call ends with.
      const stop = (reason: AbortReason | Outrun): void => {
        letGo();
        reject(reason instanceof DeadlineExceeded ? this.#timeout(remainingMs, isFair()) : reason);
        controller.abort(reason);
      };
      const onPageAbort = (): void => stop(this.#call.abortReason() ?? new DeadlineExceeded());
      const onOutrun = (): void => stop(new Outrun());
      const timer = setDeadlineTimer(context.clock, remainingMs, () => stop(new DeadlineExceeded()));
      pageSignal.addEventListener('abort', onPageAbort, { once: true });
      // Not taken off again: this signal is the leg's own and is let go of with it.
      if (isLeg) legSignal.addEventListener('abort', onOutrun, { once: true });

      // Async, so that what the function throws at once takes the same way as what it rejects with.
      const run = async (): Promise<void> => {
        try {
          resolve(await fn({ number, remainingMs, signal: controller.signal }));
        } catch (error) {
          reject(isTimeout(error) ? this.#timeout(remainingMs, isFair(), error) : error);
        } finally {
          letGo();
        }
      };
      void run();
    });
  }

  #timeout(remainingMs: number, fair: boolean, cause?: unknown): DownstreamError {
    return new DownstreamError('DOWNSTREAM_TIMEOUT', {
      ...this.#call.name,
      detail: `no answer within ${Math.round(remainingMs)} ms`,
      blame: fair ? 'service' : 'none',
      cause,
    });
  }

  #ended(attempt: number, startedAt: number, outcome: AttemptOutcome): void {
    const { observer, clock } = this.#call.context;
    observer.attemptEnded({ ...this.#call.name, attempt, durationMs: clock.now() - startedAt, outcome });
  }
}

/** The HTTP layer may notice the end of time a moment before this policy's own timer. */
const isTimeout = (error: unknown): boolean =>
  error instanceof DeadlineExceeded || (error instanceof DownstreamError && error.code === 'DOWNSTREAM_TIMEOUT');
