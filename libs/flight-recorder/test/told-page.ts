import {
  type PageListener,
  type PageOutcome,
  PageRecord,
  type RecordedSection,
  continueTrace,
} from '@bff/observability';

/** What a test tells of one page. Times are in ms: `atMs` on the monotonic clock, others since the page began. */
export interface ToldPage {
  readonly page?: string;
  readonly requestId?: string;
  readonly atMs?: number;
  readonly durationMs?: number;
  readonly outcome?: PageOutcome;
  readonly budgetMs?: number;
  readonly sections?: readonly Pick<RecordedSection, 'section' | 'status' | 'code' | 'startMs' | 'endMs'>[];
  readonly calls?: readonly ToldCall[];
}

export interface ToldCall {
  readonly service?: string;
  readonly attempt?: number;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly outcome?: string;
}

/** Where the wall clock is when the monotonic clock is at 0, as in `VirtualClock`. */
export const EPOCH = Date.UTC(2026, 0, 1);

export function beginPage(
  listener: PageListener,
  { page = 'order', requestId = 'req-1', atMs = 0, budgetMs = 740 }: ToldPage,
) {
  return new PageRecord({
    page,
    requestId,
    trace: continueTrace(undefined),
    client: 'ios/5.2',
    startedAtMs: atMs,
    startedAt: EPOCH + atMs,
    budgetMs,
    listeners: [listener],
  });
}

export function tellCall(record: PageRecord, call: ToldCall): void {
  const { service = 'payment', attempt = 1, startMs = 1, endMs = 20, outcome = 'ok' } = call;
  const calls = record.callsOf(service);
  const [startedAtMs, endedAtMs] = [record.startedAtMs + startMs, record.startedAtMs + endMs];
  calls.attemptEnded({ service, operation: 'get', attempt, outcome, trace: calls.trace, startedAtMs, endedAtMs });
}

/** Tells a whole page: its calls, its sections, its end. */
export function tellPage(listener: PageListener, told: ToldPage = {}): PageRecord {
  const { durationMs = 25, outcome = 'complete', sections = [], calls = [] } = told;
  const record = beginPage(listener, told);
  for (const call of calls) tellCall(record, call);
  for (const { startMs, endMs, ...section } of sections) {
    const [startedAtMs, endedAtMs] = [record.startedAtMs + startMs, record.startedAtMs + endMs];
    record.sectionEnded({ ...section, startedAtMs, endedAtMs });
  }
  record.pageEnded({ outcome, endedAtMs: record.startedAtMs + durationMs });
  return record;
}
