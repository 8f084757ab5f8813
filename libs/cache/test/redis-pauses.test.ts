import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { type Replica, eventually, lateAfterMs, loadOf, startReplica, usesRedisAgain } from './replica.ts';

const LOAD_MS = 20;

/** SIGSTOP: the connections are there, new ones are accepted, and nothing is answered. */
describeWithRedis('a Redis that hangs', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  let replica: Replica;
  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  beforeEach(async () => {
    replica = startReplica(target);
    await replica.connected();
  });
  afterEach(async () => {
    redis.resume();
    await replica.cache.close();
  });
  afterAll(() => redis.stop());

  it('makes few fetches wait their 25 ms; the others skip it, and it is used again afterwards', async () => {
    const load = loadOf(replica, { lanes: 8, loadMs: LOAD_MS });
    await sleep(150);
    redis.pause();
    await sleep(600);
    const [timeouts, skips] = [replica.count('timeout'), replica.count('skipped')];
    redis.resume();
    expect(Math.max(...(await load.stop()))).toBeLessThan(lateAfterMs(LOAD_MS));
    // Three waves of the eight lanes or one more: those that are late together are one failure.
    expect(timeouts).toBeGreaterThanOrEqual(3);
    expect(timeouts).toBeLessThanOrEqual(32);
    expect(skips).toBeGreaterThan(timeouts);
    await usesRedisAgain(replica, target);
  });

  it('for longer than its connections last, is used again afterwards', async () => {
    redis.pause();
    const load = loadOf(replica, { lanes: 4, loadMs: LOAD_MS });
    await sleep(2_300);
    redis.resume();
    expect(Math.max(...(await load.stop()))).toBeLessThan(lateAfterMs(LOAD_MS));
    await usesRedisAgain(replica, target);
  });

  it('from the start, is used when it answers', async () => {
    redis.pause();
    const early = startReplica(target);
    const startedAt = performance.now();
    for (let round = 0; round < 5; round += 1) await early.ask(`early ${round}`, 'own');
    expect(performance.now() - startedAt).toBeLessThan(5 * lateAfterMs(0));
    redis.resume();
    await usesRedisAgain(early, target);
    await early.cache.close();
  });

  it('is left in time, and its connections do not keep the process', async () => {
    const connections = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    const before = connections();
    redis.pause();
    await replica.ask('closing', 'own');
    const startedAt = performance.now();
    await replica.cache.close();
    await eventually('the connection is gone', () => connections() < before);
    expect(performance.now() - startedAt).toBeLessThan(250 + 200 + 300);
  });
});
