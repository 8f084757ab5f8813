import type { SectionFailure, SectionOutcome, Timings } from '@bff/aggregation';
import type { GraphQLResolveInfo } from 'graphql';
import { responsePathOf } from './section-path.ts';

type Path = GraphQLResolveInfo['path'];

/** Why some of a section's values are missing, and which. */
export interface RecordedFailure {
  readonly failure: SectionFailure;
  /** Every field that is null for this reason, in the order of their ends. */
  readonly paths: readonly Path[];
}

/** How the values of one section ended. A section outside of a list has one value. */
export class SectionRecord {
  readonly #startMs: number;
  #endMs: number;
  #ended = 0;
  readonly #failures = new Map<string, { readonly failure: SectionFailure; readonly paths: Path[] }>();
  #stale = 0;
  #oldest: { readonly ageMs: number; readonly failure: SectionFailure } | undefined;

  /** Times are in milliseconds since the operation began. */
  constructor(startMs: number) {
    this.#startMs = startMs;
    this.#endMs = startMs;
  }

  add(path: Path, outcome: SectionOutcome<unknown>, endMs: number): void {
    this.#ended += 1;
    this.#endMs = endMs;
    if (outcome.status === 'failed') {
      const { failure } = outcome;
      const recorded = this.#failures.get(failure.code) ?? { failure, paths: [] };
      recorded.paths.push(path);
      this.#failures.set(failure.code, recorded);
    }
    if (outcome.status === 'stale') {
      this.#stale += 1;
      if (!this.#oldest || outcome.ageMs > this.#oldest.ageMs) this.#oldest = outcome;
    }
  }

  /** The outcome of the whole: failed when a value is, else as stale as its oldest value. */
  get outcome(): SectionOutcome<undefined> {
    const [first] = this.#failures.values();
    if (first) return { status: 'failed', failure: first.failure };
    if (this.#oldest) return { status: 'stale', value: undefined, ...this.#oldest };
    return { status: 'ok', value: undefined };
  }

  /** One for each code: nearly always one, since the values are loaded together. */
  get failures(): readonly RecordedFailure[] {
    return [...this.#failures.values()];
  }

  /** How many of its values are missing and stale; undefined when all of them ended alike. */
  get mixture(): { readonly failed: number; readonly stale: number; readonly of: number } | undefined {
    const failed = this.failures.reduce((sum, { paths }) => sum + paths.length, 0);
    const alike = [0, this.#ended].includes(failed) && [0, this.#ended].includes(this.#stale);
    return alike ? undefined : { failed, stale: this.#stale, of: this.#ended };
  }

  get timing(): Timings[string] {
    return { startMs: this.#startMs, endMs: this.#endMs };
  }
}

/** Which fields are null for a failure, as an error says it; at most 100, so that an error is no second page. */
export const pathsOf = ({ paths }: RecordedFailure): readonly (readonly (string | number)[])[] =>
  paths.slice(0, 100).map(responsePathOf);
