import { parentPort, workerData } from 'node:worker_threads';
import { playSchedules } from './play-schedules.ts';
import type { WorkerReport, WorkerTask } from './worker-messages.ts';

/** Schedules between two reports: often enough for a progress line, seldom enough to cost nothing. */
const BATCH = 200;

/** Plays its part of the schedules, batch by batch. `stride` batches apart, so that all workers are through together. */
async function work({ seed, schedules, workers, index }: WorkerTask): Promise<void> {
  // Nobody reads the stack of an error that is part of a schedule, and taking it costs more than the call.
  Error.stackTraceLimit = 0;
  for (let from = index * BATCH; from < schedules; from += workers * BATCH) {
    const count = Math.min(BATCH, schedules - from);
    const { schedules: played, counts, violation } = await playSchedules({ seed: seed + from, schedules: count });
    const report: WorkerReport = {
      schedules: played,
      counts: counts.entries,
      violation: violation && {
        invariant: violation.invariant,
        seed: violation.seed,
        time: violation.time,
        message: violation.message,
      },
    };
    // A thread has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    parentPort?.postMessage(report);
    if (violation) return;
  }
}

await work(workerData as WorkerTask);
