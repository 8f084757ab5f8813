import type { Scenario } from '../scenario.ts';
import { runRedisOutage } from './run-redis-outage.ts';

export const redisOutage: Scenario = {
  name: 'redis-outage',
  does: 'Redis killed, paused, black-holed and restored under load with two replicas: pages keep their time (2 min)',
  run: (context) => runRedisOutage({ ...context, ratePerSecond: 80, forMs: 8000, backMs: 5000, timed: true }),
};
