import {
  BadRequest,
  DeadlineExceeded,
  DownstreamError,
  HttpProblem,
  ShuttingDown,
  codeProblem,
  retryAfterSeconds,
} from '@bff/errors';

/** A process that stops is soon followed by another. */
const restartMs = 1000;

/**
 * The problem that an error is answered with. A downstream's own words never get into it: only the code, and when trying
 * again makes sense. Undefined for what is the server's own fault and tells the client nothing.
 */
export function toProblem(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (error instanceof DownstreamError)
    return codeProblem(error.code, { retryAfterMs: error.retryAfterMs, cause: error });
  if (error instanceof DeadlineExceeded) return codeProblem('DOWNSTREAM_TIMEOUT', { cause: error });
  if (error instanceof ShuttingDown) {
    return new HttpProblem(503, 'SHUTTING_DOWN', 'The server is stopping', {
      retryable: true,
      retryAfterMs: restartMs,
      headers: { 'Retry-After': retryAfterSeconds(restartMs) },
      cause: error,
    });
  }
  // What Express' router throws for a path parameter that it cannot decode.
  if (error instanceof URIError && 'status' in error && error.status === 400) {
    return new BadRequest([{ in: 'path', field: '(path)', reason: 'must be percent-encoded UTF-8' }]);
  }
  return undefined;
}

/** The answer to an error that says nothing about the request. */
export const internalError = (): HttpProblem =>
  new HttpProblem(500, 'INTERNAL_ERROR', 'Something went wrong on our side', {
    detail: 'The error was logged under the request id.',
  });
