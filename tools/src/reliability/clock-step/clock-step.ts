import type { Scenario } from '../scenario.ts';
import { runClockStep } from './run-clock-step.ts';

const HOUR_MS = 3_600_000;

export const clockStep: Scenario = {
  name: 'clock-step',
  does: 'the wall clock of a BFF jumps an hour ahead and behind: only what is a matter of dates notices (1 min)',
  run: (context) => runClockStep({ ...context, offMs: [HOUR_MS, -HOUR_MS] }),
};
