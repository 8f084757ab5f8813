import type { Attributes, SpanContext, SpanKind, SpanStatus, TraceState } from '@opentelemetry/api';
import type { PageRecord, RecordedAttempt, RecordedSection, TraceContext } from '@bff/observability';
import { attemptAttributes, pageAttributes, sectionAttributes } from './span-attributes.ts';
import type { Sdk } from '../load-sdk.ts';
import { FinishedSpan, type SpanSource } from './finished-span.ts';
import { errorOfAttempt, errorOfPage, errorOfSection } from './span-status.ts';
import { spanTime } from './span-time.ts';

interface Work {
  readonly name: string;
  readonly kind: SpanKind;
  readonly trace: TraceContext;
  readonly parent: SpanContext | undefined;
  readonly startMs: number;
  readonly endMs: number;
  readonly error: string | undefined;
  readonly attributes: Attributes;
}

/** Makes spans of what a page's record says. The ids are the record's, which the services have been sent. */
export class PageSpans {
  readonly #api: Sdk['api'];
  readonly #source: SpanSource;
  readonly #unset: SpanStatus;
  readonly #error: SpanStatus;
  /** That of the last trace: all spans of a page have the same. */
  #state: { readonly text: string; readonly parsed: TraceState } | undefined;

  constructor({ api }: Sdk, source: SpanSource) {
    this.#api = api;
    this.#source = source;
    this.#unset = { code: api.SpanStatusCode.UNSET };
    this.#error = { code: api.SpanStatusCode.ERROR };
  }

  /** The page, its sections, and the attempts that have ended. */
  ofPage(record: PageRecord): FinishedSpan[] {
    const spans = [this.#page(record)];
    for (const section of record.sections) spans.push(this.#section(record, section));
    for (const attempt of record.attempts) spans.push(this.ofAttempt(record, attempt));
    return spans;
  }

  /** Below its section; below the page when that was decided before the section had ended, so that nothing is lost from view. */
  ofAttempt(record: PageRecord, attempt: RecordedAttempt): FinishedSpan {
    const { SpanKind } = this.#api;
    const { trace } = record;
    const section = record.sections.find((each) => each.trace.spanId === attempt.trace.parentSpanId);
    const error = errorOfAttempt(attempt);
    return this.#span(record, {
      name: `${attempt.service}.${attempt.operation}`,
      // One that was not sent has no other side.
      kind: attempt.attempt === 0 ? SpanKind.INTERNAL : SpanKind.CLIENT,
      trace: attempt.trace,
      parent: this.#local(trace, section?.trace.spanId ?? trace.spanId),
      startMs: attempt.startMs,
      endMs: attempt.endMs,
      error,
      attributes: attemptAttributes(record, attempt),
    });
  }

  #page(record: PageRecord): FinishedSpan {
    const { trace } = record;
    return this.#span(record, {
      name: `page ${record.page}`,
      kind: this.#api.SpanKind.SERVER,
      trace,
      parent: trace.parentSpanId === undefined ? undefined : this.#caller(trace, trace.parentSpanId),
      startMs: 0,
      endMs: record.ended?.durationMs ?? 0,
      error: errorOfPage(record),
      attributes: pageAttributes(record),
    });
  }

  #section(record: PageRecord, section: RecordedSection): FinishedSpan {
    return this.#span(record, {
      name: `section ${section.section}`,
      kind: this.#api.SpanKind.INTERNAL,
      trace: section.trace,
      parent: this.#local(record.trace, record.trace.spanId),
      startMs: section.startMs,
      endMs: section.endMs,
      error: errorOfSection(section),
      attributes: sectionAttributes(record, section),
    });
  }

  #span({ startedAt }: PageRecord, work: Work): FinishedSpan {
    const { name, kind, trace, parent, error, attributes } = work;
    if (error !== undefined) attributes['error.type'] = error;
    return new FinishedSpan(this.#source, {
      name,
      kind,
      context: this.#context(trace),
      parent,
      startTime: spanTime(startedAt, work.startMs),
      endTime: spanTime(startedAt, work.endMs),
      status: error === undefined ? this.#unset : this.#error,
      attributes,
    });
  }

  #context({ traceId, spanId, tracestate }: TraceContext): SpanContext {
    const context = { traceId, spanId, traceFlags: this.#api.TraceFlags.SAMPLED };
    return tracestate === undefined ? context : { ...context, traceState: this.#stateOf(tracestate) };
  }

  #stateOf(text: string): TraceState {
    if (this.#state?.text !== text) this.#state = { text, parsed: this.#api.createTraceState(text) };
    return this.#state.parsed;
  }

  #local({ traceId }: TraceContext, spanId: string): SpanContext {
    return { traceId, spanId, traceFlags: this.#api.TraceFlags.SAMPLED };
  }

  #caller({ traceId, sampled }: TraceContext, spanId: string): SpanContext {
    const { SAMPLED, NONE } = this.#api.TraceFlags;
    return { traceId, spanId, traceFlags: sampled ? SAMPLED : NONE, isRemote: true };
  }
}
