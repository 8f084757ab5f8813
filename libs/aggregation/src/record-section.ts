import type { PageRecord } from '@bff/observability';
import type { SectionOutcome } from './section-outcome.ts';

/** Tells the record, if there is one, how a section ended. Times are on the monotonic clock. */
export function recordSection(
  record: PageRecord | undefined,
  section: string,
  outcome: SectionOutcome<unknown>,
  times: { readonly startedAtMs: number; readonly endedAtMs: number },
): void {
  const code = outcome.status === 'ok' ? undefined : outcome.failure.code;
  record?.sectionEnded({ section, status: outcome.status, code, ...times });
}
