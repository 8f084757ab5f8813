import type { Scenario } from '../scenario.ts';
import { runRollingStops } from './run-rolling-stops.ts';

export const rollingStops: Scenario = {
  name: 'rolling-stops',
  does: '100 SIGTERMs of a replica under 300 requests a second, two replicas: nothing that was accepted is lost (6 min)',
  run: (context) => runRollingStops({ ...context, stops: 100, ratePerSecond: 300, delaysMs: [250] }),
};
