import type { Scenario } from '../scenario.ts';
import { runRollingStops } from './run-rolling-stops.ts';

export const rollingStops: Scenario = {
  name: 'rolling-stops',
  does: '100 SIGTERMs of a replica under 300 requests a second, with and without a shutdown delay (12 min)',
  run: (context) => runRollingStops({ ...context, stops: 100, ratePerSecond: 300, delaysMs: [0, 500] }),
};
