import {
  type PageListener,
  type PageOutcome,
  PageRecord,
  type RecordedSection,
  childSpan,
  continueTrace,
} from '@bff/observability';

export const callerTrace = '4bf92f3577b34da6a3ce929d0e0e4736';
export const callerSpan = '00f067aa0ba902b7';
export const callerSends = (flag: '00' | '01'): string => `00-${callerTrace}-${callerSpan}-${flag}`;

/** When the pages of these tests begin, on the wall clock: half a millisecond before a second is full. */
export const startedAt = Date.UTC(2026, 0, 1, 3, 4, 5) - 0.5;
/** And on the monotonic clock. */
export const startedAtMs = 5000;

export interface BeginOptions {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

export function beginPage(listener: PageListener, { traceparent, tracestate }: BeginOptions = {}): PageRecord {
  return new PageRecord({
    page: 'order',
    requestId: 'req-1',
    trace: continueTrace(traceparent, tracestate),
    client: 'ios/5.2',
    startedAtMs,
    startedAt,
    budgetMs: 740,
    listeners: [listener],
  });
}

/** From when to when, in ms since the page began. */
export type Times = readonly [startMs: number, endMs: number];

const onTheClock = ([startMs, endMs]: Times) => ({
  startedAtMs: startedAtMs + startMs,
  endedAtMs: startedAtMs + endMs,
});

export interface Attempt {
  readonly section: string;
  readonly service?: string;
  readonly operation?: string;
  readonly attempt?: number;
  readonly outcome?: string;
  readonly times?: Times;
}

/** The id of its span, which the service would have been sent. */
export function endAttempt(record: PageRecord, options: Attempt): string {
  const { section, service = section, operation = 'get', attempt = 1, outcome = 'ok', times = [1, 2] } = options;
  const calls = record.callsOf(section);
  const trace = childSpan(calls.trace);
  calls.attemptEnded({ service, operation, attempt, outcome, trace, ...onTheClock(times) });
  return trace.spanId;
}

export function endSection(
  record: PageRecord,
  section: string,
  options: { readonly status?: RecordedSection['status']; readonly code?: string; readonly times?: Times } = {},
): void {
  const { status = 'ok', code, times = [1, 3] } = options;
  record.sectionEnded({ section, status, code, ...onTheClock(times) });
}

export function endPage(record: PageRecord, outcome: PageOutcome = 'complete', durationMs = 4): void {
  record.pageEnded({ outcome, endedAtMs: startedAtMs + durationMs });
}

/** A page of one section with one attempt: three spans. */
export function runPage(listener: PageListener, options: BeginOptions = {}): PageRecord {
  const record = beginPage(listener, options);
  endAttempt(record, { section: 'payment', operation: 'getPayment' });
  endSection(record, 'payment');
  endPage(record);
  return record;
}
