import { type ClientGone, PageSettled, type ShuttingDown } from '@bff/errors';
import { DeadlineWatch } from './deadline-watch.ts';
import { recordSection } from './record-section.ts';
import type { PageDefinition, Section, SectionTypes } from './page.ts';
import type { Outcomes, PageResult, SectionTiming } from './page-result.ts';
import type { PageObserver } from './page-observer.ts';
import { type SectionEnd, notStarted, runSection } from './run-section.ts';
import { type SectionFailure, type SectionOutcome, failureWith } from './section-outcome.ts';
import type { SectionRun } from './section-run.ts';

/** The deadline is aborted with `PageSettled` when the page is decided while calls are in flight. */
export interface PageRun<Sources, Input> extends SectionRun<Sources> {
  /** The parsed parameters together with the page's context. */
  readonly input: Input;
  /** `strict` (RFC 7240 `handling=strict`) makes every section required. */
  readonly handling?: 'strict' | 'lenient';
  readonly observer?: PageObserver;
}

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
  private readonly watch: DeadlineWatch;
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
    this.watch = new DeadlineWatch({
      deadline: run.deadline,
      clock: run.clock,
      overtime: () => this.endWhatIsLeft(),
      left: (reason) => this.abandon(reason),
    });
  }

  start(): void {
    this.watch.start();
    const ends = new Map<string, Promise<SectionEnd>>();
    for (const section of this.page.sections) {
      ends.set(section.key, this.runSection(section, ends));
    }
  }

  private async runSection(
    section: Section<Sources>,
    ends: ReadonlyMap<string, Promise<SectionEnd>>,
  ): Promise<SectionEnd> {
    const end = await this.settleSection(section, ends);
    if (end.refused) this.settle({ kind: 'refused', problem: end.refused, timings: this.timings });
    if ('error' in end) this.report(section.key, end.error);
    this.end(section, end.outcome);
    return end;
  }

  private async settleSection(
    section: Section<Sources>,
    ends: ReadonlyMap<string, Promise<SectionEnd>>,
  ): Promise<SectionEnd> {
    const needed = await this.neededValues(section, ends);
    if ('failure' in needed) return { outcome: { status: 'failed', failure: needed.failure } };
    if (this.settled) return { outcome: notStarted };
    const input = { ...this.run.input, ...needed.values } as never;
    return runSection(this.page.name, section, input, this.run, () =>
      this.loadingSince.set(section.key, this.run.clock.now()),
    );
  }

  /** A section whose input failed has failed for the same reason. */
  private async neededValues(
    section: Section<Sources>,
    ends: ReadonlyMap<string, Promise<SectionEnd>>,
  ): Promise<{ readonly values: Record<string, unknown> } | { readonly failure: SectionFailure }> {
    const values: Record<string, unknown> = {};
    for (const key of section.needs) {
      const result = await ends.get(key);
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
    const endedAtMs = this.run.clock.now();
    const startedAtMs = this.loadingSince.get(section.key) ?? endedAtMs;
    this.outcomes[section.key] = outcome;
    this.timings[section.key] = { startMs: startedAtMs - this.startedAt, endMs: endedAtMs - this.startedAt };
    this.run.observer?.sectionEnded?.({
      page: this.page.name,
      section: section.key,
      outcome,
      durationMs: endedAtMs - startedAtMs,
    });
    recordSection(this.run.record, section.key, outcome, { startedAtMs, endedAtMs });

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

  private abandon(reason: ClientGone | ShuttingDown): void {
    this.settle({ kind: 'aborted', reason, timings: this.timings });
  }

  private endWhatIsLeft(): void {
    for (const section of this.page.sections) {
      if (this.settled) return;
      if (this.outcomes[section.key]) continue;
      const started = this.loadingSince.has(section.key);
      this.end(section, started ? { status: 'failed', failure: failureWith('DOWNSTREAM_TIMEOUT') } : notStarted);
    }
  }

  private settle(result: PageResult): void {
    if (this.settled) return;
    this.settled = true;
    this.watch.stop();
    const inFlight = Object.keys(this.outcomes).length < this.page.sections.length;
    if (inFlight) this.run.deadline.abort(new PageSettled());
    this.resolve(result);
  }

  private report(section: string, error: unknown): void {
    if (this.settled) return;
    const { observer, requestId } = this.run;
    observer?.sectionThrew?.({ page: this.page.name, section, requestId, error });
  }
}
