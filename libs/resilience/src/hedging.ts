import { DownstreamError } from '@bff/errors';
import type { BreakerStateMachine } from './breaker-state-machine.ts';
import type { Bulkhead } from './bulkhead.ts';
import type { Deadline } from './deadline.ts';
import { isUsable, type LegEnd } from './hedge-leg.ts';
import { Outrun } from './outrun.ts';
import type { HedgeRefusal } from './policy-observer.ts';
import type { RateLimit } from './rate-limit-gate.ts';
import { createRetryBudget, type RetryBudget } from './retry-budget.ts';
import type { ServiceContext } from './service-call.ts';
import { SlidingQuantile } from './sliding-quantile.ts';
import { wasSent } from './was-sent.ts';

/** A second attempt while more than this share of the slots is taken makes an overloaded service slower for all. */
const BUSY_SHARE = 0.5;

export interface HedgingOptions {
  context: ServiceContext;
  breaker: BreakerStateMachine;
  rateLimit: RateLimit;
  slots: Bulkhead;
}

/** For the admin port. */
export interface HedgingSnapshot {
  /** Hedges that the budget allows at this moment. */
  readonly left: number;
  /** By operation: after how many ms a hedge goes out now, undefined while too few calls were seen for that. */
  readonly delayMs: Readonly<Record<string, number | undefined>>;
}

/**
 * What a service's hedging knows: how long first attempts take, by operation, and how many hedges are left. Made when
 * hedging is first switched on.
 *
 * By operation, as a list of orders takes longer than one order: with one quantile for both every list would be hedged, and
 * no single order in time. Operations are a closed list, so this is bounded.
 */
export class Hedging {
  readonly #options: HedgingOptions;
  /** The book-keeping of the retry budget, with other counts: neither can spend what is the other's. */
  readonly #budget: RetryBudget;
  readonly #durations = new Map<string, SlidingQuantile>();

  constructor(options: HedgingOptions) {
    const { clock, limits } = options.context;
    this.#options = options;
    this.#budget = createRetryBudget({ clock, limits: () => limits().hedge });
  }

  /**
   * How long a first attempt is waited for before there is a second, in ms; undefined while too little is known.
   *
   * The least that the quantile may be, as the errors are not alike: a little too early is a few calls more, within the
   * budget; too late is no help at all. With one call in twenty slow, the 95th percentile is by chance now before the tail
   * and now behind it.
   */
  delayMs(operation: string): number | undefined {
    const { quantile, minimumCalls, minDelayMs } = this.#options.context.limits().hedge;
    const durations = this.#durations.get(operation);
    if (!durations || durations.count < minimumCalls) return undefined;
    return Math.max(minDelayMs, durations.lowerEnd(quantile) ?? minDelayMs);
  }

  /** Takes one hedge out of the budget, or says why there must be none. */
  refusal(deadline: Deadline, delayMs: number): HedgeRefusal | undefined {
    const { context, breaker, rateLimit, slots } = this.#options;
    const { bulkhead } = context.limits();
    // Less than what nearly all answers take would seldom bring one.
    if (deadline.remainingMs() < delayMs) return 'time';
    if (breaker.state !== 'closed') return 'circuit';
    if (rateLimit.remainingMs > 0) return 'rate-limit';
    if (slots.inFlight > bulkhead.maxInFlight * BUSY_SHARE) return 'load';
    return this.#budget.tryTake() ? undefined : 'budget';
  }

  /**
   * Takes note of a first attempt.
   *
   * One that we cut off (outrun, or at its limit) counts with the time it had, as it would have taken longer. Without it the
   * slow ones would be missing from the quantile just because they were hedged: the delay would fall, more calls be
   * hedged, and so on down. A failure says nothing of how long an answer takes.
   */
  learn(operation: string, end: LegEnd<unknown>): void {
    if (!end.ok && !wasSent(end.error)) return;
    this.#budget.recordCall();
    if (!isUsable(end) && !wasCutOff(end)) return;
    let durations = this.#durations.get(operation);
    if (!durations) this.#durations.set(operation, (durations = new SlidingQuantile(this.#options.context.clock)));
    durations.record(end.durationMs);
  }

  snapshot(): HedgingSnapshot {
    const operations = [...this.#durations.keys()];
    return {
      left: this.#budget.remaining,
      delayMs: Object.fromEntries(operations.map((operation) => [operation, this.delayMs(operation)])),
    };
  }
}

/** Not by the end of the page: such an attempt had too little time to tell anything. */
function wasCutOff(end: LegEnd<unknown>): boolean {
  if (end.ok) return false;
  const { error } = end;
  if (error instanceof DownstreamError) return error.code === 'DOWNSTREAM_TIMEOUT' && error.blame === 'service';
  return error instanceof Outrun;
}
