import type { Clock, Timer } from '@bff/clock';
import { ClientGone, DeadlineExceeded, HttpProblem, PageSettled, ShuttingDown, abortReasonOf } from '@bff/errors';
import type { Deadline } from '@bff/resilience';
import { type Keeping, obtainValue } from './obtain-value.ts';
import type { PageDefinition, Section, SectionTypes } from './page.ts';
import type { Outcomes, PageResult, SectionTiming } from './page-result.ts';
import type { PageObserver } from './page-observer.ts';
import { type SectionFailure, type SectionOutcome, failureOf, failureWith } from './section-outcome.ts';

export interface PageRun<Sources, Input> {
  /** What the loaders load from, bound to the deadline that their calls are to keep. Called for each section, so cheap. */
  readonly sources: (deadline: Deadline) => Sources;
  /** The parsed parameters together with the page's context. */
  readonly input: Input;
  /** Bounds the whole fan-out. It is aborted with `PageSettled` when the page is decided while calls are in flight. */
  readonly deadline: Deadline;
  readonly clock: Clock;
  /** For the sections that are kept. Without it they are loaded anew every time. */
  readonly keeping?: Keeping;
  /** `strict` (RFC 7240 `handling=strict`) makes every section required. */
  readonly handling?: 'strict' | 'lenient';
  readonly observer?: PageObserver;
}

/**
 * How long after the deadline the policies may still tell why a section failed. A policy ends its call on the same signal
 * at the same moment and knows more (an open circuit, a 503 before the last back-off); this only bounds one that hangs.
 */
const GRACE_MS = 10;

/** What a section came to, with the value that other sections may need next to what the client sees. */
type Raw = { readonly outcome: SectionOutcome<unknown>; readonly value?: unknown };

/**
 * Runs a page: starts every section the moment the sections it needs are there, and ends as soon as the page is decided.
 * Never throws, and never later than the deadline plus a grace of 10 ms, even if a loader ignores its signal.
 */
export function runPage<Sources, Context, Params, Sections extends SectionTypes>(
  page: PageDefinition<Sources, Context, Params, Sections>,
  run: PageRun<Sources, Context & Params & object>,
): Promise<PageResult<Sections>> {
  return new Promise((resolve) => {
    new PageExecution(page, run, (result) => resolve(result as PageResult<Sections>)).start();
  });
}

class PageExecution<Sources, Input extends object> {
  private readonly page: PageDefinition<Sources, unknown, unknown, SectionTypes>;
  private readonly run: PageRun<Sources, Input>;
  private readonly resolve: (result: PageResult) => void;
  private readonly startedAt: number;
  private readonly outcomes: Record<string, SectionOutcome<unknown>> = {};
  private readonly timings: Record<string, SectionTiming> = {};
  /** When each section's loader was called; a section that is not in here never got to start. */
  private readonly loadingSince = new Map<string, number>();
  private grace: Timer | undefined;
  private settled = false;

  constructor(
    page: PageDefinition<Sources, unknown, unknown, SectionTypes>,
    run: PageRun<Sources, Input>,
    resolve: (result: PageResult) => void,
  ) {
    this.page = page;
    this.run = run;
    this.resolve = resolve;
    this.startedAt = run.clock.now();
  }

  start(): void {
    const { signal } = this.run.deadline;
    if (signal.aborted) this.onAbort();
    else signal.addEventListener('abort', this.onAbort, { once: true });

    const raw = new Map<string, Promise<Raw>>();
    for (const section of this.page.sections) {
      raw.set(section.key, this.runSection(section, raw));
    }
  }

  private async runSection(section: Section<Sources>, raw: ReadonlyMap<string, Promise<Raw>>): Promise<Raw> {
    const result = await this.settleSection(section, raw);
    this.end(section, result.outcome);
    return result;
  }

  /** Never rejects: whatever goes wrong in a loader or a view is this section's outcome. */
  private async settleSection(section: Section<Sources>, raw: ReadonlyMap<string, Promise<Raw>>): Promise<Raw> {
    try {
      const needed = await this.neededValues(section, raw);
      if ('failure' in needed) return { outcome: { status: 'failed', failure: needed.failure } };
      if (this.settled) return { outcome: this.notStarted() };
      const late = this.run.deadline.expired;
      // The time may be over before its timer has fired. With the signal aborted nothing is loaded any more, but what is
      // kept may still stand in.
      if (late) this.run.deadline.abort(new DeadlineExceeded());
      if (late && !(section.keep && this.run.keeping)) return { outcome: this.notStarted() };
      const input = { ...this.run.input, ...needed.values } as never;
      if (!late) this.loadingSince.set(section.key, this.run.clock.now());
      return await this.obtain(section, input);
    } catch (error) {
      // Nothing was kept of a section that never got to start.
      if (error instanceof DeadlineExceeded && !this.loadingSince.has(section.key))
        return { outcome: this.notStarted() };
      if (error instanceof HttpProblem) this.settle({ kind: 'refused', problem: error, timings: this.timings });
      else this.report(section.key, error);
      return { outcome: { status: 'failed', failure: failureOf(error) } };
    }
  }

  /** The section's value, and what the client sees of it. */
  private async obtain(section: Section<Sources>, input: never): Promise<Raw> {
    const obtained = await obtainValue(this.page.name, section, input, this.run);
    const value = section.view.map(obtained.value as never, input);
    if (obtained.status !== 'stale') return { outcome: { status: 'ok', value }, value: obtained.value };
    this.report(section.key, obtained.cause);
    const outcome = { status: 'stale' as const, value, ageMs: obtained.ageMs, failure: failureOf(obtained.cause) };
    return { outcome, value: obtained.value };
  }

  /** A section whose input failed has failed for the same reason. */
  private async neededValues(
    section: Section<Sources>,
    raw: ReadonlyMap<string, Promise<Raw>>,
  ): Promise<{ readonly values: Record<string, unknown> } | { readonly failure: SectionFailure }> {
    const values: Record<string, unknown> = {};
    for (const key of section.needs) {
      const result = await raw.get(key);
      if (!result || result.outcome.status === 'failed') {
        return {
          failure: result?.outcome.status === 'failed' ? result.outcome.failure : failureWith('BUDGET_EXHAUSTED'),
        };
      }
      values[key] = result.value;
    }
    return { values };
  }

  private end(section: Section<Sources>, outcome: SectionOutcome<unknown>): void {
    if (this.settled) return;
    const endMs = this.elapsedMs();
    const startMs = (this.loadingSince.get(section.key) ?? this.run.clock.now()) - this.startedAt;
    this.outcomes[section.key] = outcome;
    this.timings[section.key] = { startMs, endMs };
    this.run.observer?.sectionEnded?.({
      page: this.page.name,
      section: section.key,
      outcome,
      durationMs: endMs - startMs,
    });

    if (outcome.status === 'failed' && (section.required || this.run.handling === 'strict')) {
      this.fail(section.key, outcome.failure);
      return;
    }
    const keys = Object.keys(this.outcomes);
    if (keys.length === this.page.sections.length) this.answer();
  }

  /** Every section has ended. A page of which nothing is left is an error, not an empty page. */
  private answer(): void {
    const failures = this.failures();
    const first = this.page.sections[0];
    const firstFailure = first && failures[first.key];
    if (first && firstFailure && Object.keys(failures).length === this.page.sections.length) {
      this.fail(first.key, firstFailure);
      return;
    }
    // In declared order, whatever order they ended in: the body of a page does not depend on who was faster.
    const ordered = Object.fromEntries(this.page.sections.map(({ key }) => [key, this.outcomes[key]]));
    this.settle({ kind: 'answered', outcomes: ordered as Outcomes<SectionTypes>, timings: this.timings });
  }

  private fail(section: string, failure: SectionFailure): void {
    this.settle({ kind: 'failed', section, failure, failures: this.failures(), timings: this.timings });
  }

  private failures(): Record<string, SectionFailure> {
    const failures: Record<string, SectionFailure> = {};
    for (const { key } of this.page.sections) {
      const outcome = this.outcomes[key];
      if (outcome?.status === 'failed') failures[key] = outcome.failure;
    }
    return failures;
  }

  private readonly onAbort = (): void => {
    const reason = abortReasonOf(this.run.deadline.signal);
    if (reason instanceof PageSettled) return;
    if (reason instanceof ClientGone || reason instanceof ShuttingDown) {
      this.settle({ kind: 'aborted', reason, timings: this.timings });
      return;
    }
    this.grace = this.run.clock.setTimer(GRACE_MS, () => this.endWhatIsLeft());
  };

  private endWhatIsLeft(): void {
    for (const section of this.page.sections) {
      if (this.settled) return;
      if (this.outcomes[section.key]) continue;
      const started = this.loadingSince.has(section.key);
      this.end(section, started ? { status: 'failed', failure: failureWith('DOWNSTREAM_TIMEOUT') } : this.notStarted());
    }
  }

  private notStarted(): SectionOutcome<never> {
    return { status: 'failed', failure: failureWith('BUDGET_EXHAUSTED') };
  }

  private settle(result: PageResult): void {
    if (this.settled) return;
    this.settled = true;
    this.run.deadline.signal.removeEventListener('abort', this.onAbort);
    this.grace?.cancel();
    const inFlight = Object.keys(this.outcomes).length < this.page.sections.length;
    if (inFlight) this.run.deadline.abort(new PageSettled());
    this.resolve(result);
  }

  private report(section: string, error: unknown): void {
    if (this.settled) return;
    this.run.observer?.sectionThrew?.({ page: this.page.name, section, error });
  }

  private elapsedMs(): number {
    return this.run.clock.now() - this.startedAt;
  }
}
