import type { Scenario } from '../scenario.ts';
import { runHalfOpen } from './run-half-open.ts';

export const halfOpen: Scenario = {
  name: 'half-open',
  does: '1,000 callers meet a half-open circuit: the service sees its probes, the others are answered at once (1 min)',
  run: (context) => runHalfOpen({ ...context, callers: 1000, rounds: 4 }),
};
