import { describeWithRedis } from '@bff/testing';
import { runRedisOutage } from '../src/reliability/redis-outage/run-redis-outage.ts';

describeWithRedis('two replicas with a Redis between them', () => {
  // The short form of `npm run reliability -- redis-outage`: what is counted holds on a busy machine, too.
  it('show whole pages while it is killed, paused and black-holed, and use it again afterwards', async () => {
    const load = { ratePerSecond: 20, forMs: 1000, backMs: 2000, timed: false };
    const { failures } = await runRedisOutage({ seed: 1, progress: () => {}, ...load });
    expect(failures).toEqual([]);
  }, 180_000);
});
