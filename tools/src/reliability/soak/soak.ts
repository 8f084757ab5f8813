import type { Scenario } from '../scenario.ts';
import { runSoak } from './run-soak.ts';

export const soak: Scenario = {
  name: 'soak',
  does: 'random faults of every service under load: memory does not grow, pages are whole at the end (--minutes, default 5)',
  run: ({ minutes = 5, ...context }) =>
    runSoak({ ...context, minutes, ratePerSecond: 80, readEveryMs: minutes * 2000 }),
};
