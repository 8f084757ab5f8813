import { type SectionCode, isAnswer } from '@bff/errors';
import type { RecordedAttempt, RecordedSection, PageRecord } from '@bff/observability';

/**
 * The code that makes a span an error, undefined for one that is none. Only what is a fault on this side or of a service is
 * an error, as with the metrics of pages: an alarm on the share of spans in error must be one that no caller can raise.
 * - an answer (`NOT_FOUND`, `FORBIDDEN`) and a page that is refused are what was to be said;
 * - `aborted` and `outrun`: nobody waited any more, which says nothing of the service;
 * - a stale section has a value, and a degraded page was answered: what they lack are attributes, and the attempts are errors;
 * - a call that a policy refused was not sent, so it counts as no failed call of its service. Its section is the error.
 */
export const errorOfSection = ({ status, code }: RecordedSection): string | undefined =>
  status === 'failed' ? failureOf(code ?? unknown) : undefined;

export const errorOfAttempt = ({ attempt, outcome }: RecordedAttempt): string | undefined =>
  attempt === 0 || notFailed.has(outcome) ? undefined : failureOf(outcome);

/** Of the sections that failed the last: with it, the page was decided. */
export function errorOfPage({ ended, sections }: PageRecord): string | undefined {
  if (ended?.outcome !== 'failed') return undefined;
  return sections.findLast(({ status }) => status === 'failed')?.code ?? unknown;
}

const notFailed: ReadonlySet<string> = new Set(['ok', 'aborted', 'outrun']);

/** The word of the semantic conventions for an `error.type` without a name. */
const unknown = '_OTHER';

const failureOf = (code: string): string | undefined => (isAnswer(code as SectionCode) ? undefined : code);
