import { setImmediate } from 'node:timers/promises';
import { Counts } from './counts.ts';
import { Violation, type Events, type Invariant } from './invariant.ts';
import { allInvariants } from './invariants/all-invariants.ts';
import { type Drain, playSchedule } from './play-schedule.ts';
import { type Subject, realSubject } from './subject.ts';

export interface Batch {
  /** Of the first schedule; each that follows has the next. */
  readonly seed: number;
  readonly schedules: number;
  readonly subject?: Subject;
  readonly invariants?: readonly Invariant[];
  /** Looks after each drain whether something still runs. */
  readonly audited?: boolean;
  readonly drained?: Drain;
  readonly narrate?: (time: number, event: keyof Events, details: unknown) => void;
}

export interface Played {
  /** Schedules that were played, with the one that failed. */
  readonly schedules: number;
  readonly counts: Counts;
  readonly violation: Violation | undefined;
}

/** Plays schedule after schedule until one fails. A rejection that nobody handles is a failure too. */
export async function playSchedules(batch: Batch): Promise<Played> {
  const {
    seed: first,
    schedules,
    subject = realSubject,
    invariants = allInvariants,
    narrate,
    audited = false,
    drained,
  } = batch;
  const counts = new Counts();
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);
  try {
    for (let played = 0; played < schedules; played += 1) {
      const seed = first + played;
      const violation = await playSchedule({ seed, subject, invariants, counts, narrate, audited }, drained);
      if (violation) return { schedules: played + 1, counts, violation };
      if (unhandled.length === 0) continue;
      const expectation = `every rejection is handled; ${String(unhandled[0])} was not`;
      const unhandledOne = new Violation('no-unhandled-rejection', { seed, time: 0, expectation });
      return { schedules: played + 1, counts, violation: unhandledOne };
    }
    await setImmediate();
    return { schedules, counts, violation: undefined };
  } finally {
    process.off('unhandledRejection', onUnhandled);
  }
}
