import {
  BadRequest,
  DeadlineExceeded,
  DownstreamError,
  HttpProblem,
  type SectionCode,
  ShuttingDown,
  httpStatusOf,
  isRetryable,
  titleOf,
} from '@bff/errors';

/** What is sent when nothing better is known of when trying again makes sense. */
const fallbackRetryAfterMs = 1000;

/**
 * The problem that an error is answered with. A downstream's own words never get into it: only the code, and when trying
 * again makes sense. Undefined for what is the server's own fault and tells the client nothing.
 */
export function toProblem(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (error instanceof DownstreamError) return codeProblem(error.code, error.retryAfterMs, error);
  if (error instanceof DeadlineExceeded) return codeProblem('DOWNSTREAM_TIMEOUT', undefined, error);
  if (error instanceof ShuttingDown) {
    return new HttpProblem(503, 'SHUTTING_DOWN', 'The server is stopping', {
      retryable: true,
      retryAfterMs: fallbackRetryAfterMs,
      headers: { 'Retry-After': retryAfterSeconds(fallbackRetryAfterMs) },
      cause: error,
    });
  }
  // What Express' router throws for a path parameter that it cannot decode.
  if (error instanceof URIError && 'status' in error && error.status === 400) {
    return new BadRequest([{ in: 'path', field: '(path)', reason: 'must be percent-encoded UTF-8' }]);
  }
  return undefined;
}

/** The problem of a section code (RFC 9457), with `Retry-After` on every 503 and wherever the time is known. */
export function codeProblem(code: SectionCode, knownRetryAfterMs: number | undefined, cause?: unknown): HttpProblem {
  const status = httpStatusOf(code);
  const retryable = isRetryable(code);
  const retryAfterMs = retryable
    ? (knownRetryAfterMs ?? (status === 503 ? fallbackRetryAfterMs : undefined))
    : undefined;
  return new HttpProblem(status, code, titleOf(code), {
    retryable,
    ...(retryAfterMs === undefined
      ? undefined
      : { retryAfterMs, headers: { 'Retry-After': retryAfterSeconds(retryAfterMs) } }),
    cause,
  });
}

/** `Retry-After` holds whole seconds: rounded up, so that nobody comes back too early. */
const retryAfterSeconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

/** The answer to an error that says nothing about the request. */
export const internalError = (): HttpProblem =>
  new HttpProblem(500, 'INTERNAL_ERROR', 'Something went wrong on our side', {
    detail: 'The error was logged under the request id.',
  });
