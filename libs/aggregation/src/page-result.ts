import type { ClientGone, HttpProblem, ShuttingDown } from '@bff/errors';
import type { SectionFailure, SectionOutcome } from './section-outcome.ts';
import type { SectionTypes } from './page.ts';

/** When a section's own work began and ended, in milliseconds since the page began. */
export interface SectionTiming {
  readonly startMs: number;
  readonly endMs: number;
}

export type Outcomes<Sections extends SectionTypes> = {
  readonly [Key in keyof Sections]: SectionOutcome<Sections[Key]['out']>;
};

/** How a page ended. Running a page never throws: every way it can end is one of these. */
export type PageResult<Sections extends SectionTypes = SectionTypes> =
  /** Whole or partial: every required section is there, and at least one section did not fail. */
  | { readonly kind: 'answered'; readonly outcomes: Outcomes<Sections>; readonly timings: Timings }
  /** A required section failed, or every section did. `section` is the one to blame. */
  | {
      readonly kind: 'failed';
      readonly section: string;
      readonly failure: SectionFailure;
      /** Every section that had failed by then, by key. */
      readonly failures: Readonly<Record<string, SectionFailure>>;
      readonly timings: Timings;
    }
  /** The request itself cannot be served as it is (a cursor that a service refused). */
  | { readonly kind: 'refused'; readonly problem: HttpProblem; readonly timings: Timings }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'aborted'; readonly reason: ClientGone | ShuttingDown; readonly timings: Timings };

export type Timings = Readonly<Record<string, SectionTiming>>;
