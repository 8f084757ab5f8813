import { isRetryable, type SectionCode } from './codes.ts';

/**
 * What a failed call says about the service's health, for the circuit breaker. Never sent to a client.
 *
 * - `service`: the service failed us: no answer, a broken one, one that breaks its contract.
 * - `request`: it answered well, and what we asked was wrong (a 400 for our own bad request). It is alive.
 * - `none`: nothing: our own code failed, or the attempt was given too little time to be fair.
 */
export type Blame = 'service' | 'request' | 'none';

export interface DownstreamErrorOptions {
  /** Which service was called: `order`, `user`, `payment`, `inventory`. */
  service: string;
  /** What was asked of it, by its contract's operation name: `getOrder`. Never a URL, which may hold ids. */
  operation: string;
  /** Milliseconds until trying again makes sense, when that is known (`Retry-After`, the breaker's open time). */
  retryAfterMs?: number | undefined;
  /** What went wrong in words for the log. Never sent to a client. */
  detail?: string | undefined;
  /** Default `service`. Matters for timeouts, unavailability and bad responses only: the other codes are neutral or answers. */
  blame?: Blame | undefined;
  cause?: unknown;
}

/**
 * The one error that a downstream call rejects with, whatever layer stopped it. Only `code`, `service`, `retryable` and
 * `retryAfterMs` may reach a client; `message`, `detail` and `cause` are for the log.
 */
export class DownstreamError extends Error {
  override readonly name = 'DownstreamError';
  readonly code: SectionCode;
  readonly service: string;
  readonly operation: string;
  readonly retryAfterMs: number | undefined;
  readonly detail: string | undefined;
  readonly blame: Blame;

  constructor(code: SectionCode, options: DownstreamErrorOptions) {
    const { service, operation, detail, retryAfterMs, blame = 'service', cause } = options;
    super(
      `${service}.${operation} failed with ${code}${detail ? `: ${detail}` : ''}`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.service = service;
    this.operation = operation;
    this.retryAfterMs = retryAfterMs;
    this.detail = detail;
    this.blame = blame;
  }

  get retryable(): boolean {
    return isRetryable(this.code);
  }
}
