import type { Scenario } from '../scenario.ts';
import { runHedging } from './run-hedging.ts';

export const hedging: Scenario = {
  name: 'hedging',
  does: 'what a second attempt does to the tail of a service that is slow one time in twenty (2 min)',
  run: (context) => runHedging({ ...context, ratePerSecond: 30, forMs: 60_000, warmUpMs: 15_000 }),
};
