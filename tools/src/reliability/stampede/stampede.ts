import type { Scenario } from '../scenario.ts';
import { runStampede } from './run-stampede.ts';

export const stampede: Scenario = {
  name: 'stampede',
  does: '10,000 identical requests in flight for something that nobody has seen: one call of the service (2 min)',
  run: (context) => runStampede({ ...context, callers: 10_000, slowMs: 20_000, replicas: true }),
};
