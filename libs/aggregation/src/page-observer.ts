import type { SectionOutcome } from './section-outcome.ts';

/** Told how sections end, for metrics and logs. Its methods must not throw. That a page ended its `PageRecord` tells. */
export interface PageObserver {
  /** A section ended before its page was settled. `durationMs` counts from the start of its own loading. */
  sectionEnded?(event: {
    readonly page: string;
    readonly section: string;
    readonly outcome: SectionOutcome<unknown>;
    readonly durationMs: number;
  }): void;
  /** Why a section failed, with everything that the log may know and a client may not. */
  sectionThrew?(event: {
    readonly page: string;
    readonly section: string;
    /** Of the request that the section was for, where the run was told. */
    readonly requestId: string | undefined;
    readonly error: unknown;
  }): void;
}
