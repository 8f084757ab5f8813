import type { SectionCache } from '@bff/cache';
import type { Clock } from '@bff/clock';
import type { PageRecord } from '@bff/observability';
import type { Deadline } from '@bff/resilience';

/** Where the values of sections are kept, and for whom. */
export interface Keeping {
  readonly cache: SectionCache;
  /** The caller. Part of every key, but for sections that are for everyone. */
  readonly owner: string;
  /**
   * Milliseconds that a load may take which several pages wait for. It has a deadline of its own: the page that happened
   * to ask first may be nearly over, or its client may leave.
   */
  readonly sharedLoadMs: number;
}

/** What sections are loaded with. */
export interface SectionRun<Sources> {
  /** What the loaders load from, bound to the deadline that their calls are to keep. Called for each section, so cheap. */
  readonly sources: (deadline: Deadline, section: string) => Sources;
  /** Bounds the whole fan-out. */
  readonly deadline: Deadline;
  readonly clock: Clock;
  /** Goes with what the observer is told, so that the log of one request can be found. */
  readonly requestId?: string;
  /** Told how each section ended. */
  readonly record?: PageRecord;
  /** For the sections that are kept. Without it they are loaded anew every time. */
  readonly keeping?: Keeping;
}
