import { DeadlineExceeded, DownstreamError, type SectionCode, isRetryable, retryHintMs } from '@bff/errors';

/** Why a section has no fresh value: all of it may be told to a client. */
export interface SectionFailure {
  readonly code: SectionCode;
  /** The service that failed to answer: `payment`. Absent when no single service is to blame. */
  readonly service?: string;
  /** Whether the same request may succeed later with nothing changed. */
  readonly retryable: boolean;
  /** Milliseconds to wait before trying again: the service's own word where it gave one, else a hint. Always there when retryable. */
  readonly retryAfterMs?: number;
}

/**
 * How one section of a page ended. There is no way to the value that does not first ask for the status, so a failure
 * cannot be read as an empty list.
 */
export type SectionOutcome<Value> =
  | { readonly status: 'ok'; readonly value: Value }
  | { readonly status: 'stale'; readonly value: Value; readonly ageMs: number; readonly failure: SectionFailure }
  | { readonly status: 'failed'; readonly failure: SectionFailure };

/** The client's view of an error. What is not a `DownstreamError` is a defect of ours: an answer that could not be used. */
export function failureOf(error: unknown): SectionFailure {
  // What a page stopped waiting for, while others still do.
  if (error instanceof DeadlineExceeded) return failureWith('DOWNSTREAM_TIMEOUT');
  if (!(error instanceof DownstreamError)) return failureWith('DOWNSTREAM_BAD_RESPONSE');
  return failureWith(error.code, error.service, error.retryAfterMs);
}

export function failureWith(code: SectionCode, service?: string, retryAfterMs = retryHintMs(code)): SectionFailure {
  const retryable = isRetryable(code);
  return {
    code,
    ...(service !== undefined && { service }),
    retryable,
    ...(retryable && retryAfterMs !== undefined && { retryAfterMs: Math.ceil(retryAfterMs) }),
  };
}
