import { type ClientGone, PageSettled, type ShuttingDown } from '@bff/errors';
import { DeadlineWatch } from './deadline-watch.ts';
import type { KeyedSection } from './keyed-section.ts';
import { type ObtainedValues, obtainValues } from './obtain-values.ts';
import type { PageObserver } from './page-observer.ts';
import { recordSection } from './record-section.ts';
import { type SectionEnd, endOfThrown, isLate, notStarted, runSection } from './run-section.ts';
import { type SectionOutcome, failureOf, failureWith } from './section-outcome.ts';
import type { SectionRun } from './section-run.ts';
import type { SingleSection } from './single-section.ts';

export interface OnDemandRun<Sources, Context extends object> extends SectionRun<Sources> {
  /** What every section of the request knows (who is asking). */
  readonly context: Context;
  readonly observer?: PageObserver;
}

/** A way for what is under way to end before it has ended by itself. */
interface UnderWay {
  readonly overtime: () => void;
  readonly unwanted: () => void;
}

/** Of one that never got to start; also what to answer when nobody waits any more, which is never shown. */
const unwanted: SectionEnd<never> = { outcome: notStarted };
const timedOut: SectionOutcome<never> = { status: 'failed', failure: failureWith('DOWNSTREAM_TIMEOUT') };

/**
 * The sections of a request that are not known before it runs: each is obtained when something asks for it, as GraphQL
 * resolvers do. Same deadline, cache, outcomes and events as a page of which all is known (`runPage`). Nothing that it
 * returns ever rejects, and all of it has ended 10 ms after the deadline, even if a loader ignores its signal.
 */
export class SectionsOnDemand<Sources, Context extends object> {
  readonly #page: string;
  readonly #run: OnDemandRun<Sources, Context>;
  readonly #watch: DeadlineWatch;
  readonly #underWay = new Set<UnderWay>();
  #left: ClientGone | ShuttingDown | undefined;
  #over = false;

  constructor(page: string, run: OnDemandRun<Sources, Context>) {
    this.#page = page;
    this.#run = run;
    this.#watch = new DeadlineWatch({
      deadline: run.deadline,
      clock: run.clock,
      overtime: () => this.#underWay.forEach((each) => each.overtime()),
      left: (reason) => {
        this.#left = reason;
        this.#end();
      },
    });
    this.#watch.start();
  }

  /** Why nobody waits for the answer any more; undefined while somebody does. */
  get left(): ClientGone | ShuttingDown | undefined {
    return this.#left;
  }

  /** True once nobody waits for anything that is still under way. What ends then is not shown. */
  get over(): boolean {
    return this.#over;
  }

  /** One section that is asked for as a whole. `input` is what it has besides the context. */
  async obtain<Input extends object, Value>(
    section: SingleSection<Sources, Input, Value>,
    input: Input,
  ): Promise<SectionEnd<Value>> {
    // The context last: no argument, whatever its name, can take the caller's place.
    const whole = { ...input, ...this.#run.context } as never;
    const [end = unwanted] = await this.#within(section.key, 1, async (started) => [
      // Its types were checked where it was declared.
      (await runSection(this.#page, section, whole, this.#run, started)) as SectionEnd<Value>,
    ]);
    return end;
  }

  /** Several values of one section, each with an outcome of its own, in the order of the keys. */
  obtainAll<Value>(
    section: KeyedSection<Sources, Context, Value>,
    keys: readonly string[],
  ): Promise<readonly SectionEnd<Value | null>[]> {
    return this.#within(section.key, keys.length, async (started) => {
      const late = isLate(this.#run.deadline);
      if (late && !(section.keep && this.#run.keeping)) return keys.map(() => unwanted);
      if (!late) started();
      const { context } = this.#run;
      return endsOf(await obtainValues(this.#page, section, { keys, context }, this.#run), late);
    });
  }

  /** What is under way is of no use any more (a strict client, a section that failed): cancels it. */
  settle(): void {
    this.#end();
    this.#run.deadline.abort(new PageSettled());
  }

  #end(): void {
    this.#over = true;
    this.#watch.stop();
    this.#underWay.forEach((each) => each.unwanted());
  }

  /** Bounds `work`, and tells the observer how it ended, unless nobody waits for it. `count` is how many ends it gives. */
  #within<Out>(
    section: string,
    count: number,
    work: (started: () => void) => Promise<readonly SectionEnd<Out>[]>,
  ): Promise<readonly SectionEnd<Out>[]> {
    const all = (end: SectionEnd<Out>): readonly SectionEnd<Out>[] => Array.from({ length: count }, () => end);
    if (this.#over) return Promise.resolve(all(unwanted));
    const { clock } = this.#run;
    const askedAt = clock.now();
    let startedAt: number | undefined;
    return new Promise((resolve) => {
      const settle = (ends: readonly SectionEnd<Out>[]): void => {
        if (!this.#underWay.delete(entry)) return;
        this.#tell(section, ends, startedAt ?? askedAt);
        resolve(ends);
      };
      const entry: UnderWay = {
        overtime: () => settle(all({ outcome: startedAt === undefined ? notStarted : timedOut })),
        unwanted: () => {
          this.#underWay.delete(entry);
          resolve(all(unwanted));
        },
      };
      this.#underWay.add(entry);
      work(() => (startedAt = clock.now())).then(settle, (error: unknown) => settle(all(endOfThrown(error, false))));
    });
  }

  #tell(section: string, ends: readonly SectionEnd[], startedAtMs: number): void {
    const { observer, requestId, record, clock } = this.#run;
    // One call that failed is the error of all its values.
    const errors = new Set(ends.flatMap((end) => ('error' in end ? [end.error] : [])));
    for (const error of errors) observer?.sectionThrew?.({ page: this.#page, section, requestId, error });
    // What a request is itself to blame for says nothing of a section.
    const outcome = worstOf(ends.filter(({ refused }) => !refused));
    if (!outcome) return;
    const endedAtMs = clock.now();
    observer?.sectionEnded?.({ page: this.#page, section, outcome, durationMs: endedAtMs - startedAtMs });
    recordSection(record, section, outcome, { startedAtMs, endedAtMs });
  }
}

const endsOf = <Value>(obtained: ObtainedValues<Value>, late: boolean): SectionEnd<Value | null>[] =>
  obtained.map((each): SectionEnd<Value | null> => {
    if (each.status === 'rejected') return endOfThrown(each.reason, late);
    const { value } = each.value;
    if (each.value.status !== 'stale') return { outcome: { status: 'ok', value }, value };
    const { ageMs, cause } = each.value;
    return { outcome: { status: 'stale', value, ageMs, failure: failureOf(cause) }, value, error: cause };
  });

const severity = { ok: 0, stale: 1, failed: 2 };

/** The outcome of a section of many values, for those who count sections: that of its worst value. */
function worstOf(ends: readonly SectionEnd[]): SectionOutcome<unknown> | undefined {
  const worse = (a: SectionEnd, b: SectionEnd) => (severity[b.outcome.status] > severity[a.outcome.status] ? b : a);
  return ends.length === 0 ? undefined : ends.reduce(worse).outcome;
}
