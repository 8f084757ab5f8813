import { randomInt } from 'node:crypto';
import type { Events } from './invariant.ts';
import { playSchedules } from './play-schedules.ts';
import { missingStates } from './reached-states.ts';
import { replayOf } from './report.ts';
import { traceLine } from './trace.ts';

/** The stack of an error that is part of a schedule costs more than the call. */
const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

const SCHEDULES = 2000;
/** Two seconds where nothing else runs. */
const LONGEST_MS = 120_000;

const play = async (seed: number) => {
  const { violation, counts } = await playSchedules({ seed, schedules: SCHEDULES });
  return { failed: violation && `${violation.message}; ${replayOf(violation.seed)}`, counts };
};

it(
  `holds every invariant in ${SCHEDULES} schedules from a fixed seed, which reach all that matters`,
  async () => {
    const { failed, counts } = await play(1);
    expect(failed).toBeUndefined();
    expect(missingStates(counts, SCHEDULES)).toEqual([]);
  },
  LONGEST_MS,
);

it(
  `holds every invariant in ${SCHEDULES} schedules from a seed that is drawn anew`,
  async () => {
    const { failed } = await play(randomInt(2 ** 31));
    expect(failed).toBeUndefined();
  },
  LONGEST_MS,
);

it('plays a seed the same way each time', async () => {
  const trace = async () => {
    const lines: string[] = [];
    const narrate = (time: number, name: keyof Events, event: unknown) =>
      void lines.push(traceLine(time, name, event as never));
    await playSchedules({ seed: 4711, schedules: 30, narrate });
    return lines;
  };
  const first = await trace();
  expect(first.length).toBeGreaterThan(1000);
  expect(await trace()).toEqual(first);
});

it('says what never happened, where there were enough schedules', async () => {
  const { counts } = await playSchedules({ seed: 1, schedules: 3, invariants: [] });
  expect(missingStates(counts, 3)).toEqual([]);
  expect(missingStates(counts, SCHEDULES)).toContain('page: left with ShuttingDown');
});
