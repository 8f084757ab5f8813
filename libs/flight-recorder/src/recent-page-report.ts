import type { PageOutcome, PageRecord, RecordedAttempt, RecordedSection } from '@bff/observability';
import { tenths } from './last-minute/durations.ts';

/** One page with its whole waterfall. Times in ms are since its request was read. */
export interface RecentPageReport {
  readonly requestId: string;
  readonly traceId: string;
  /** When its request was read. ISO 8601. */
  readonly at: string;
  readonly page: string;
  /** `ios/5.2`. */
  readonly client: string;
  readonly outcome: PageOutcome | undefined;
  readonly durationMs: number;
  readonly budgetMs: number;
  readonly sections: readonly Omit<RecordedSection, 'trace'>[];
  /** Those that have ended by now. */
  readonly attempts: readonly Omit<RecordedAttempt, 'trace'>[];
}

/** More lines than this make no waterfall. */
export const MOST_LINES = 200;

export function recentPageReport(record: PageRecord): RecentPageReport {
  const { requestId, trace, startedAt, page, client, ended, budgetMs, sections, attempts } = record;
  return {
    requestId,
    traceId: trace.traceId,
    at: new Date(startedAt).toISOString(),
    page,
    client,
    outcome: ended?.outcome,
    durationMs: tenths(ended?.durationMs ?? 0),
    budgetMs,
    sections: sections
      .slice(0, MOST_LINES)
      .map(({ section, startMs, endMs, status, code }) => ({ section, ...span(startMs, endMs), status, code })),
    attempts: attempts
      .slice(0, MOST_LINES)
      .map(({ section, service, operation, attempt, startMs, endMs, outcome }) => ({
        section,
        service,
        operation,
        attempt,
        ...span(startMs, endMs),
        outcome,
      })),
  };
}

const span = (startMs: number, endMs: number) => ({ startMs: tenths(startMs), endMs: tenths(endMs) });
