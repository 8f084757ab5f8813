import type { Scenario } from '../scenario.ts';
import { runClientAborts } from './run-client-aborts.ts';

export const clientAborts: Scenario = {
  name: 'client-aborts',
  does: '10,000 clients that leave while they wait: nothing is left of them, no breaker moves (2 min)',
  run: (context) => runClientAborts({ ...context, leaving: 10_000 }),
};
