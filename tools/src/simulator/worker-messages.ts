import type { Counts } from './counts.ts';

/** What a worker thread is to play. */
export interface WorkerTask {
  readonly seed: number;
  readonly schedules: number;
  readonly workers: number;
  /** Which of the workers it is. */
  readonly index: number;
}

/** A violation, as it goes from thread to thread. */
export interface Found {
  readonly invariant: string;
  readonly seed: number;
  readonly time: number;
  readonly message: string;
}

/** What came of one batch. */
export interface WorkerReport {
  readonly schedules: number;
  readonly counts: Counts['entries'];
  readonly violation: Found | undefined;
}
