import { isAnswer } from '@bff/errors';
import type { PageOutcome } from '@bff/observability';
import type { PageResult } from './page-result.ts';

/** How a page ended, in the few words that metrics and the audit log have for it. */
export function pageOutcomeOf(result: PageResult): PageOutcome {
  if (result.kind === 'aborted') return 'aborted';
  if (result.kind === 'refused' || (result.kind === 'failed' && isAnswer(result.failure.code))) return 'refused';
  if (result.kind === 'failed') return 'failed';
  return Object.values(result.outcomes).every(({ status }) => status === 'ok') ? 'complete' : 'degraded';
}
