import { serviceNames } from '../../running/whole-system.ts';
import type { Scenario } from '../scenario.ts';
import { runHungService } from './run-hung-service.ts';

export const hungService: Scenario = {
  name: 'hung-service',
  does: 'one service hangs: pages that need the others keep their throughput and their p99 (6 min)',
  run: (context) =>
    runHungService({
      ...context,
      services: serviceNames,
      rounds: 5,
      forMs: 6000,
      ratePerSecond: 120,
      timed: true,
    }),
};
