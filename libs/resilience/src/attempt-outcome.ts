import { DeadlineExceeded, DownstreamError, type SectionCode, isAbortReason } from '@bff/errors';
import { Outrun } from './outrun.ts';

/**
 * How an attempt ended. `aborted`: the client left, the page was settled, or the process stops. `outrun`: a hedged call's
 * other attempt won.
 */
export type AttemptOutcome = 'ok' | SectionCode | 'aborted' | 'outrun';

/** The outcome of an attempt that ended with this. A defect of ours is an answer that could not be used. */
export function attemptOutcomeOf(error: unknown): AttemptOutcome {
  if (error instanceof DownstreamError) return error.code;
  if (error instanceof DeadlineExceeded) return 'DOWNSTREAM_TIMEOUT';
  if (error instanceof Outrun) return 'outrun';
  return isAbortReason(error) ? 'aborted' : 'DOWNSTREAM_BAD_RESPONSE';
}
