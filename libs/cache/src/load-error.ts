import { DownstreamError, HttpProblem, ShuttingDown, isAnswer } from '@bff/errors';

/**
 * What a failed load means for what is kept.
 *
 * - `answer`: the service said that there is no such thing, or not for this caller. A stale value would hide the truth.
 * - `request`: the request cannot be served as it is, or nobody waits for it: another value would not answer it.
 * - `outage`: no answer could be had, and a stale value may stand in. A bug in the loader is one too.
 */
export function meaningOf(error: unknown): 'answer' | 'request' | 'outage' {
  if (error instanceof DownstreamError && isAnswer(error.code)) return 'answer';
  return error instanceof HttpProblem || error instanceof ShuttingDown ? 'request' : 'outage';
}
