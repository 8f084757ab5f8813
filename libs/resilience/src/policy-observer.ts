import type { SectionCode } from '@bff/errors';
import type { AttemptOutcome } from './attempt-outcome.ts';
import type { BreakerState, ChangeReason } from './circuit-breaker.ts';

/** Codes with which a policy refuses a call that was never sent. */
export type RefusalCode =
  'DOWNSTREAM_CIRCUIT_OPEN' | 'DOWNSTREAM_OVERLOADED' | 'DOWNSTREAM_RATE_LIMITED' | 'BUDGET_EXHAUSTED';

export interface BreakerChanged {
  readonly service: string;
  readonly from: BreakerState;
  readonly to: BreakerState;
  readonly reason: ChangeReason;
  /** How long it will stay open, in ms, when `to` is `open`. */
  readonly openForMs?: number;
}

export interface AttemptEnded {
  readonly service: string;
  readonly operation: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  readonly outcome: AttemptOutcome;
}

export interface Hedged {
  readonly service: string;
  readonly operation: string;
  /** For how long the first attempt had been under way. */
  readonly delayMs: number;
}

export interface HedgeWon {
  readonly service: string;
  readonly operation: string;
}

/**
 * - `time`: less is left of the page than nearly all answers take.
 * - `circuit`: it is not closed.
 * - `rate-limit`: a `Retry-After` is running.
 * - `load`: more than half of the bulkhead is taken.
 * - `budget`: the service's hedge budget is spent.
 */
export type HedgeRefusal = 'time' | 'circuit' | 'rate-limit' | 'load' | 'budget';

export interface HedgeRefused {
  readonly service: string;
  readonly operation: string;
  readonly reason: HedgeRefusal;
}

export interface Retried {
  readonly service: string;
  readonly operation: string;
  /** The number of the attempt that failed. */
  readonly attempt: number;
  readonly code: SectionCode;
  /** The wait before the next attempt. */
  readonly delayMs: number;
}

export interface RetryRefused {
  readonly service: string;
  readonly operation: string;
  readonly code: SectionCode;
  /** `budget`: the service's retry budget is spent. `time`: too little of the page is left for a useful attempt. */
  readonly reason: 'budget' | 'time';
}

export interface Rejected {
  readonly service: string;
  readonly operation: string;
  readonly code: RefusalCode;
  readonly retryAfterMs: number | undefined;
}

export interface UnexpectedError {
  readonly service: string;
  readonly operation: string;
  /** As it was thrown. */
  readonly error: unknown;
}

/**
 * Where logs and metrics come from. An observer that throws, or returns a promise that rejects, changes no call's
 * outcome: the first time is reported with `process.emitWarning`, and the error is dropped.
 */
export interface PolicyObserver {
  breakerChanged?(event: BreakerChanged): void;
  /** Before the wait. */
  retried?(event: Retried): void;
  /** A failure that is otherwise worth a retry gets none. */
  retryRefused?(event: RetryRefused): void;
  /** A call, or a retry of one, was refused without being sent. */
  rejected?(event: Rejected): void;
  attemptEnded?(event: AttemptEnded): void;
  /** A first attempt is late, and a second one starts beside it. */
  hedged?(event: Hedged): void;
  /** The second attempt of a hedged call answered first. */
  hedgeWon?(event: HedgeWon): void;
  /** A first attempt is late and gets no second one beside it. */
  hedgeRefused?(event: HedgeRefused): void;
  /** A bug in this process: something else than a `DownstreamError` or an `AbortReason` was thrown. Log it as an error. */
  unexpectedError?(event: UnexpectedError): void;
}
