import type { PageOutcome } from './page-metrics.ts';
import { type TraceContext, childSpan } from './trace-context.ts';

/** One section of a page as it ended. Times are in milliseconds since the page's request was read. */
export interface RecordedSection {
  readonly section: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly status: 'ok' | 'stale' | 'failed';
  /** Why it is not `ok`. */
  readonly code?: string | undefined;
  /** The section's own span; its attempts are below it. */
  readonly trace: TraceContext;
}

/** One attempt of a call, or a call that a policy refused before it was sent. Times as for sections. */
export interface RecordedAttempt {
  readonly section: string;
  readonly service: string;
  readonly operation: string;
  /** 1 for the first; 0 for a call that was not sent. */
  readonly attempt: number;
  readonly startMs: number;
  readonly endMs: number;
  /** `ok`, a code, `aborted` (nobody waited any more) or `outrun` (by a hedge). */
  readonly outcome: string;
  /** The attempt's own span, whose id the service was sent. */
  readonly trace: TraceContext;
}

/** Told what happens while a page is answered. Must not throw, and must cost next to nothing. */
export interface PageListener {
  sectionEnded?(record: PageRecord, section: RecordedSection): void;
  /** May come after the end of its page: that of a call that several pages wait for, or that nobody waits for any more. */
  attemptEnded?(record: PageRecord, attempt: RecordedAttempt): void;
  pageEnded?(record: PageRecord): void;
}

/** Who is told of pages, and which traces are recorded. */
export interface PageRecording {
  readonly listeners: readonly PageListener[];
  /** Decides before anything is sent, so that the services are told the same. Default: as the caller said. */
  readonly isSampled?: (trace: TraceContext) => boolean;
}

export interface PageRecordOptions {
  readonly page: string;
  readonly requestId: string;
  /** The span of the request. */
  readonly trace: TraceContext;
  /** As `clientVersionOf` gives it. */
  readonly client: string;
  /** When the request's head had been read, on the monotonic clock and in ms since the Unix epoch. */
  readonly startedAtMs: number;
  readonly startedAt: number;
  /** Milliseconds that the page was given. */
  readonly budgetMs: number;
  readonly listeners: readonly PageListener[];
}

/** The calls of one section, as the transport tells them. Times are on the monotonic clock. */
export interface SectionCalls {
  /** The section's own span. */
  readonly trace: TraceContext;
  attemptEnded(ended: EndedAttempt): void;
}

export type EndedAttempt = Omit<RecordedAttempt, 'section' | 'startMs' | 'endMs'> & Span;

/** What one request for a page came to, filled while it is answered: waterfalls, traces and what-if are made of these. */
export class PageRecord {
  readonly page: string;
  readonly requestId: string;
  readonly trace: TraceContext;
  readonly client: string;
  readonly startedAtMs: number;
  readonly startedAt: number;
  readonly budgetMs: number;
  readonly sections: RecordedSection[] = [];
  readonly attempts: RecordedAttempt[] = [];
  /** Undefined while it runs. */
  ended: { readonly outcome: PageOutcome; readonly durationMs: number } | undefined;
  readonly #listeners: readonly PageListener[];
  readonly #calls = new Map<string, SectionCalls>();

  constructor(options: PageRecordOptions) {
    this.page = options.page;
    this.requestId = options.requestId;
    this.trace = options.trace;
    this.client = options.client;
    this.startedAtMs = options.startedAtMs;
    this.startedAt = options.startedAt;
    this.budgetMs = options.budgetMs;
    this.#listeners = options.listeners;
  }

  /** What a section's calls are told to: the same however often it is asked for. */
  callsOf(section: string): SectionCalls {
    let calls = this.#calls.get(section);
    if (calls === undefined) {
      calls = { trace: childSpan(this.trace), attemptEnded: (ended) => this.#attemptEnded(section, ended) };
      this.#calls.set(section, calls);
    }
    return calls;
  }

  /** Times are on the monotonic clock. */
  sectionEnded(ended: Omit<RecordedSection, 'startMs' | 'endMs' | 'trace'> & Span): void {
    const { section, status, code, startedAtMs, endedAtMs } = ended;
    const [startMs, endMs] = [startedAtMs - this.startedAtMs, endedAtMs - this.startedAtMs];
    const recorded = { section, status, code, startMs, endMs, trace: this.callsOf(section).trace };
    this.sections.push(recorded);
    for (const listener of this.#listeners) listener.sectionEnded?.(this, recorded);
  }

  /** Times are on the monotonic clock. */
  pageEnded({ outcome, endedAtMs }: { readonly outcome: PageOutcome; readonly endedAtMs: number }): void {
    this.ended = { outcome, durationMs: endedAtMs - this.startedAtMs };
    for (const listener of this.#listeners) listener.pageEnded?.(this);
  }

  #attemptEnded(section: string, ended: EndedAttempt): void {
    const { service, operation, attempt, outcome, trace, startedAtMs, endedAtMs } = ended;
    const [startMs, endMs] = [startedAtMs - this.startedAtMs, endedAtMs - this.startedAtMs];
    const recorded = { section, service, operation, attempt, startMs, endMs, outcome, trace };
    this.attempts.push(recorded);
    for (const listener of this.#listeners) listener.attemptEnded?.(this, recorded);
  }
}

interface Span {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}
