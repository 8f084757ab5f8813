import { Worker } from 'node:worker_threads';
import { Counts } from './counts.ts';
import type { Found, WorkerReport, WorkerTask } from './worker-messages.ts';

export interface WorkersOptions {
  readonly seed: number;
  readonly schedules: number;
  readonly workers: number;
  /** Told after each batch. */
  readonly progress: (played: number) => void;
}

export interface WorkersResult {
  readonly schedules: number;
  readonly counts: Counts;
  readonly violation: Found | undefined;
}

/** A larger space for what is young: nearly all that a schedule makes is gone when it ends. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Plays the schedules in threads of their own, and ends all of them at the first violation. */
export async function runWorkers({ seed, schedules, workers, progress }: WorkersOptions): Promise<WorkersResult> {
  const counts = new Counts();
  let played = 0;
  let violation: Found | undefined;
  const threads = Array.from({ length: workers }, (_, index) => {
    const workerData: WorkerTask = { seed, schedules, workers, index };
    return new Worker(new URL('./worker.ts', import.meta.url), { workerData, resourceLimits });
  });
  const stopAll = () => Promise.all(threads.map((thread) => thread.terminate()));
  const ends = threads.map(
    (thread) =>
      new Promise<void>((resolve, reject) => {
        thread.on('message', (report: WorkerReport) => {
          if (violation) return;
          played += report.schedules;
          counts.addAll(report.counts);
          violation = report.violation;
          progress(played);
          if (violation) void stopAll();
        });
        thread.on('error', reject);
        thread.on('exit', () => resolve());
      }),
  );
  try {
    await Promise.all(ends);
  } finally {
    await stopAll();
  }
  return { schedules: played, counts, violation };
}
