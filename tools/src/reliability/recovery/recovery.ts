import type { Scenario } from '../scenario.ts';
import { runRecovery } from './run-recovery.ts';

export const recovery: Scenario = {
  name: 'recovery',
  does: 'a service comes back under full load: no rush knocks it over, pages are whole by themselves (1 min)',
  run: (context) =>
    runRecovery({ ...context, ratePerSecond: 150, healthyMs: 5000, downMs: 8000, afterMs: 12_000, timed: true }),
};
