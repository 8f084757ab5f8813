import { runBlockedLoop } from '../src/reliability/blocked-loop/run-blocked-loop.ts';
import { runClockStep } from '../src/reliability/clock-step/run-clock-step.ts';
import { runRollingStops } from '../src/reliability/rolling-stops/run-rolling-stops.ts';

// Short forms of what `npm run reliability` does in full: what is counted holds on a busy machine, too.
const context = { seed: 1, progress: () => {} };
const LONGEST_MS = 180_000;

it(
  'SIGTERM under load loses nothing',
  async () => {
    const { failures } = await runRollingStops({ ...context, stops: 4, ratePerSecond: 60, delaysMs: [500] });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'an event loop that stands still is held against no service',
  async () => {
    const patient = { attemptMs: 1000, breaker: { slowCallMs: 1000 } };
    const services = { order: patient, user: patient, payment: patient, inventory: patient };
    // The block is longer than an attempt, and the attempt far longer than anything takes on a busy machine.
    const settings = { page: { deadlineMs: 2000 }, services };
    const { failures } = await runBlockedLoop({
      ...context,
      blocks: 1,
      blockMs: 2500,
      ratePerSecond: 50,
      settings,
      timed: false,
    });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);

it(
  'a wall clock that jumps is noticed by what is a matter of dates only',
  async () => {
    const { failures } = await runClockStep({ ...context, offMs: [3_600_000] });
    expect(failures).toEqual([]);
  },
  LONGEST_MS,
);
