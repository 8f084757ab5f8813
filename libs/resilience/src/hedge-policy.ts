import type { IDefaultPolicyContext } from 'cockatiel';
import { DownstreamError } from '@bff/errors';
import { BoundPolicy } from './bound-policy.ts';
import { HedgeLeg, isUsable, type LegEnd } from './hedge-leg.ts';
import type { Hedging } from './hedging.ts';
import type { ServiceCall } from './service-call.ts';
import { wasSent } from './was-sent.ts';

/**
 * Starts a second attempt beside a first one that is late, and ends with whichever answers first. A failure waits for
 * the other leg; the loser is aborted. Only for a call that is idempotent by itself, and only while `Hedging` allows it.
 *
 * The call's first attempt only. A retry follows a failure, not slowness, and has been paid for once: hedging it too would
 * let one call burden a service that is in trouble with four attempts.
 */
export class HedgePolicy extends BoundPolicy {
  readonly #call: ServiceCall;
  readonly #hedging: Hedging;
  #isRetry = false;

  constructor(call: ServiceCall, hedging: Hedging) {
    super();
    this.#call = call;
    this.#hedging = hedging;
  }

  async execute<T>(
    fn: (context: IDefaultPolicyContext) => PromiseLike<T> | T,
    signal: AbortSignal = this.#call.signal,
  ): Promise<T> {
    if (this.#isRetry) return fn({ signal });
    this.#isRetry = true;
    const end = await this.#end((legSignal) => fn({ signal: legSignal }));
    if (end.ok) return end.value;
    throw end.error;
  }

  async #end<T>(run: (signal: AbortSignal) => PromiseLike<T> | T): Promise<LegEnd<T>> {
    const { name, context } = this.#call;
    const first = new HedgeLeg(context.clock, run);
    const delayMs = this.#hedging.delayMs(name.operation);
    if (delayMs !== undefined && !(await first.endsWithin(delayMs)) && this.#allowed(delayMs)) {
      context.observer.hedged({ ...name, delayMs });
      return this.#race(first, new HedgeLeg(context.clock, run));
    }
    return this.#learnt(await first.ended);
  }

  #allowed(delayMs: number): boolean {
    const { name, context, request } = this.#call;
    const reason = this.#hedging.refusal(request.deadline, delayMs);
    // Without anybody who waits this is no decision: the page is over.
    if (reason && request.deadline.remainingMs() > 0) context.observer.hedgeRefused({ ...name, reason });
    return reason === undefined;
  }

  async #race<T>(first: HedgeLeg<T>, second: HedgeLeg<T>): Promise<LegEnd<T>> {
    const earlier = await Promise.race([first.ended, second.ended]);
    const other = earlier.leg === first ? second : first;
    if (isUsable(earlier)) other.outrun();
    // At once when it was outrun: an aborted attempt is over whether or not its function listens.
    const later = await other.ended;
    const [ofFirst, ofSecond] = earlier.leg === first ? [earlier, later] : [later, earlier];
    this.#learnt(ofFirst);
    const winner = [earlier, later].find(isUsable);
    if (winner === ofSecond) this.#call.context.observer.hedgeWon(this.#call.name);
    return winner ?? standing(ofFirst, ofSecond);
  }

  #learnt<T>(end: LegEnd<T>): LegEnd<T> {
    this.#hedging.learn(this.#call.name.operation, end);
    return end;
  }
}

/**
 * With what a call ends when both legs failed: with the first one's failure, as it would have without a hedge. Unless the
 * second one was told when to come back (a 503's `Retry-After`), which the retry must heed.
 */
function standing<T>(first: LegEnd<T>, second: LegEnd<T>): LegEnd<T> {
  const { error } = second.ok ? { error: undefined } : second;
  const toldWhen = error instanceof DownstreamError && wasSent(error) && error.retryAfterMs !== undefined;
  return toldWhen ? second : first;
}
