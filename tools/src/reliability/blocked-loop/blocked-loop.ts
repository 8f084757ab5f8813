import type { Scenario } from '../scenario.ts';
import { runBlockedLoop } from './run-blocked-loop.ts';

export const blockedLoop: Scenario = {
  name: 'blocked-loop',
  does: 'an event loop that stands still for 2 s, five times, under load: no service is blamed for it (1 min)',
  run: (context) => runBlockedLoop({ ...context, blocks: 5, blockMs: 2000, ratePerSecond: 120, timed: true }),
};
