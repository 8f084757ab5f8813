import type { IDefaultPolicyContext } from 'cockatiel';
import { DeadlineExceeded, DownstreamError, type SectionCode } from '@bff/errors';
import { BoundPolicy } from './bound-policy.ts';
import { pause } from './pause.ts';
import { isRepeatable } from './policy-call.ts';
import { endOfCall } from './refused-retry.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { ServiceCall } from './service-call.ts';
import { wasSent } from './was-sent.ts';

/**
 * Only what may pass by itself. Not `DOWNSTREAM_BAD_RESPONSE`: an answer that breaks the contract breaks it again, and
 * a body cut short is a broken connection, which is `DOWNSTREAM_UNAVAILABLE`. Not the refusals: an open circuit, a full
 * bulkhead or a running `Retry-After` must not be knocked at. Not the answers.
 */
const retriedCodes: ReadonlySet<SectionCode> = new Set(['DOWNSTREAM_TIMEOUT', 'DOWNSTREAM_UNAVAILABLE']);

/** A retry that would get less than this share of the attempt limit costs the service a call and seldom gives an answer. */
const USEFUL_SHARE = 0.25;

/**
 * Repeats a failed attempt of a repeatable call while the limits, the retry budget and the page's time allow. Instead of
 * cockatiel's, because that one sleeps through an abort and then makes one more attempt.
 */
export class RetryPolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #budget: RetryBudget;

  constructor(call: ServiceCall, budget: RetryBudget) {
    super();
    this.#call = call;
    this.#budget = budget;
  }

  async execute<T>(fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T): Promise<T> {
    let failed: DownstreamError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const over = this.#call.overBeforeSent();
      if (over) throw endOfCall(failed, over);
      try {
        const value = await fn({ signal: this.#call.signal });
        if (attempt === 1) this.#budget.recordCall();
        return value;
      } catch (error) {
        if (attempt === 1 && wasSent(error)) this.#budget.recordCall();
        failed = await this.#waitForNext(attempt, error, failed);
      }
    }
  }

  /** Returns why this one failed when the next attempt is due; throws what the call ends with when there is none. */
  async #waitForNext(attempt: number, error: unknown, failed: DownstreamError | undefined): Promise<DownstreamError> {
    const delayMs = this.#delayAfter(attempt, error);
    if (delayMs === undefined || !(error instanceof DownstreamError)) throw endOfCall(failed, error);
    const { clock } = this.#call.context;
    if (await pause(delayMs, { clock, signal: this.#call.signal })) return error;
    const reason = this.#call.abortReason();
    throw reason && !(reason instanceof DeadlineExceeded) ? reason : error;
  }

  /** The wait before another attempt in ms, or undefined when there shall be none. */
  #delayAfter(attempt: number, error: unknown): number | undefined {
    const { context, request, name } = this.#call;
    const { retries, attemptMs, backoff } = context.limits();
    if (!(error instanceof DownstreamError) || !retriedCodes.has(error.code) || error.blame === 'request') {
      return undefined;
    }
    if (!isRepeatable(request) || attempt > Math.min(retries, request.retries ?? retries)) return undefined;
    const jittered = backoff.minMs + context.random() * (backoff.maxMs - backoff.minMs);
    const delayMs = Math.max(jittered, error.retryAfterMs ?? 0);
    const { code } = error;
    if (request.deadline.remainingMs() - delayMs < attemptMs * USEFUL_SHARE) {
      // Without any time left this is no decision: the page is over.
      if (!request.deadline.expired) context.observer.retryRefused({ ...name, code, reason: 'time' });
      return undefined;
    }
    if (!this.#budget.tryTake()) {
      context.observer.retryRefused({ ...name, code, reason: 'budget' });
      return undefined;
    }
    context.observer.retried({ ...name, attempt, code, delayMs });
    return delayMs;
  }
}
