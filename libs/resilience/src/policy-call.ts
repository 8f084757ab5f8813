import type { Deadline } from './deadline.ts';

/**
 * Whether doing it twice does harm. A call that is neither idempotent nor carries an idempotency key is never retried,
 * and to ask for it does not compile.
 */
export type Repeatability =
  | {
      /** The same request twice leaves the service as one would: a read, a delete by id. */
      idempotent: true;
      idempotencyKey?: never;
      /** Fewer retries than the service's limit. Never more: the smaller of the two counts. */
      retries?: number;
    }
  | {
      idempotent?: never;
      /** Sent with every attempt, so that the service recognises a repetition. Empty counts as not repeatable. */
      idempotencyKey: string;
      retries?: number;
    }
  | {
      /** A write without a key. */
      idempotent: false;
      idempotencyKey?: never;
      retries?: never;
    };

/** What a policy needs to know of the caller. */
export interface CallScope {
  /** The page's deadline. Bounds every attempt; its signal ends the call. */
  readonly deadline: Deadline;
}

/** One call of a service, from the caller's side: however many attempts come of it. */
export type PolicyCall = CallScope & {
  /** The contract's operation name, for errors and metrics: `getOrder`. Never a URL or an id. */
  readonly operation: string;
} & Repeatability;

/** What one attempt is given. */
export interface Attempt {
  /** 1 for the first. A hedge counts: it is the second. */
  readonly number: number;
  /**
   * Aborts when this attempt must end, with an `AbortReason`, or with `Outrun` when a second attempt beside it answered
   * first. An attempt that ignores it is abandoned: its result is
   * dropped, but what it still does goes on unbounded.
   */
  readonly signal: AbortSignal;
  /** Milliseconds this attempt was given at its start: the service's limit or what is left of the page, if that is less. */
  readonly remainingMs: number;
}

/** Whether the call may be made a second time at all. */
export const isRepeatable = (call: Repeatability): boolean => call.idempotent === true || Boolean(call.idempotencyKey);
