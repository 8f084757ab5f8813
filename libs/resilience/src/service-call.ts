import type { Clock } from '@bff/clock';
import { abortReasonOf, DeadlineExceeded, DownstreamError, isAbortReason, PageSettled } from '@bff/errors';
import type { AbortReason } from '@bff/errors';
import type { PolicyCall } from './policy-call.ts';
import type { PolicyObserver, RefusalCode } from './policy-observer.ts';
import type { ServiceLimits } from './service-limits.ts';
import type { Tunable } from './tunable.ts';

/** What all calls of one service have in common. */
export interface ServiceContext {
  readonly service: string;
  readonly limits: Tunable<ServiceLimits>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Guarded: never throws. */
  readonly observer: Required<PolicyObserver>;
}

/** One call on its way through the policies: what each of them needs to know of it, and the errors it may end with. */
export class ServiceCall {
  readonly context: ServiceContext;
  readonly request: PolicyCall;

  constructor(context: ServiceContext, request: PolicyCall) {
    this.context = context;
    this.request = request;
  }

  /** The page's signal. */
  get signal(): AbortSignal {
    return this.request.deadline.signal;
  }

  /** Names the call in events and errors. */
  get name(): { service: string; operation: string } {
    return { service: this.context.service, operation: this.request.operation };
  }

  /** Makes the error of a call that is not sent, and tells the observer. */
  refusal(code: RefusalCode, reason: { detail: string; retryAfterMs?: number | undefined }): DownstreamError {
    this.context.observer.rejected({ ...this.name, code, retryAfterMs: reason.retryAfterMs });
    return new DownstreamError(code, { ...this.name, ...reason });
  }

  /**
   * Why this call is pointless before it is sent: the page's time is over (`BUDGET_EXHAUSTED`), or nobody waits for it
   * any more (the `AbortReason` itself). Undefined while there is a point.
   */
  overBeforeSent(): DownstreamError | AbortReason | undefined {
    if (this.request.deadline.remainingMs() > 0) return undefined;
    const reason = this.abortReason();
    if (reason && !(reason instanceof DeadlineExceeded)) return reason;
    return this.refusal('BUDGET_EXHAUSTED', { detail: 'nothing was left of the page deadline' });
  }

  /** The reason with which the page's signal aborted. One from elsewhere only says that nobody waits any more. */
  abortReason(): AbortReason | undefined {
    if (!this.signal.aborted) return undefined;
    return abortReasonOf(this.signal) ?? new PageSettled();
  }

  /**
   * What a call may reject with. Anything but a `DownstreamError` or an `AbortReason` is a bug in this process: it is
   * handed to the observer and becomes `DOWNSTREAM_BAD_RESPONSE`, which is neither retried nor held against the service.
   * The page is then missing one section instead of being a 500.
   */
  asRejection(error: unknown): DownstreamError | AbortReason {
    if (error instanceof DownstreamError || isAbortReason(error)) return error;
    this.context.observer.unexpectedError({ ...this.name, error });
    const detail = 'unexpected error in this process';
    return new DownstreamError('DOWNSTREAM_BAD_RESPONSE', { ...this.name, detail, blame: 'none', cause: error });
  }
}
