import type { Scenario } from '../scenario.ts';
import { runErrorStorm } from './run-error-storm.ts';

export const errorStorm: Scenario = {
  name: 'error-storm',
  does: 'every service answers 5xx: retries stay within a tenth of the calls in any ten seconds (2 min)',
  run: (context) => runErrorStorm({ ...context, forMs: 40_000, ratePerSecond: 80, alsoWithoutCircuits: true }),
};
