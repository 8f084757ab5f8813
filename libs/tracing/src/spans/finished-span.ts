import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

/** What all spans of a process have in common. */
export interface SpanSource {
  readonly resource: Resource;
  readonly scope: { readonly name: string };
}

export interface SpanParts {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
}

const noLinks: Link[] = [];
const noEvents: ReadableSpan['events'] = [];
const nanosPerSecond = 1_000_000_000;

/** A span that was over when it was made. The SDK's own are made when the work begins, and ask for the time themselves. */
export class FinishedSpan implements ReadableSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly parentSpanContext?: SpanContext;
  readonly #context: SpanContext;
  readonly #source: SpanSource;

  constructor(source: SpanSource, parts: SpanParts) {
    this.#source = source;
    this.#context = parts.context;
    this.name = parts.name;
    this.kind = parts.kind;
    this.startTime = parts.startTime;
    this.endTime = parts.endTime;
    this.status = parts.status;
    this.attributes = parts.attributes;
    if (parts.parent) this.parentSpanContext = parts.parent;
  }

  spanContext(): SpanContext {
    return this.#context;
  }

  get duration(): HrTime {
    const seconds = this.endTime[0] - this.startTime[0];
    const nanos = this.endTime[1] - this.startTime[1];
    return nanos < 0 ? [seconds - 1, nanos + nanosPerSecond] : [seconds, nanos];
  }

  get resource(): Resource {
    return this.#source.resource;
  }

  get instrumentationScope(): { readonly name: string } {
    return this.#source.scope;
  }

  get ended(): boolean {
    return true;
  }

  get links(): Link[] {
    return noLinks;
  }

  get events(): ReadableSpan['events'] {
    return noEvents;
  }

  get droppedAttributesCount(): number {
    return 0;
  }

  get droppedEventsCount(): number {
    return 0;
  }

  get droppedLinksCount(): number {
    return 0;
  }
}
