import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { type Replica, eventually, lateAfterMs, startReplica } from './replica.ts';

const KEEP_MS = 60_000;

describeWithRedis('a value that is put there, on two replicas', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  let one: Replica;
  let other: Replica;
  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  beforeEach(async () => {
    await redis.command('FLUSHALL');
    [one, other] = [startReplica(target), startReplica(target)];
    await Promise.all([one.connected(), other.connected()]);
  });
  afterEach(async () => {
    redis.resume();
    await Promise.all([one.cache.close(), other.cache.close()]);
  });
  afterAll(() => redis.stop());

  /** Resolves once one replica reads what the other has put there. On a busy machine a write may not be in time. */
  const shares = (from: Replica, to: Replica, name: string, { keepMs = KEEP_MS } = {}): Promise<void> =>
    eventually(`${name} is shared`, async () => {
      from.cache.write([name], `value ${name}`, keepMs);
      await sleep(5);
      return (await to.cache.read([name])) === `value ${name}`;
    });
  /** How long it takes to find out that there is no such value. */
  const missMs = async ({ cache }: Replica): Promise<number> => {
    const startedAt = performance.now();
    expect(await cache.read([`unknown ${startedAt}`])).toBeUndefined();
    return performance.now() - startedAt;
  };

  it('is read by each when the other has put it there', async () => {
    await Promise.all([shares(one, other, 'from one'), shares(other, one, 'from other')]);
    expect(await one.cache.read(['from one'])).toBe('value from one');
  });

  it('is gone on both when its time is over', async () => {
    await shares(one, other, 'short', { keepMs: 300 });
    await sleep(310);
    expect(await Promise.all([one.cache.read(['short']), other.cache.read(['short'])])).toEqual([undefined, undefined]);
    expect(await redis.command('DBSIZE')).toBe('0');
  });

  it('leaves nothing in Redis or in memory when it is read and was never put there', async () => {
    await Promise.all(Array.from({ length: 500 }, (_, index) => one.cache.read(['guess', `${index}`])));
    expect(one.count('missing')).toBeGreaterThan(0);
    expect(await redis.command('DBSIZE')).toBe('0');
    expect(one.cache.snapshot().memory.entries).toBe(0);
  });

  it('is read where it was seen while Redis is gone, and shared again when it is back', async () => {
    await shares(one, other, 'before');
    await redis.kill();
    expect(await missMs(other)).toBeLessThan(lateAfterMs(0));
    other.cache.write(['meanwhile'], 2, KEEP_MS);
    expect(await Promise.all(['before', 'meanwhile'].map((name) => other.cache.read([name])))).toEqual([
      'value before',
      2,
    ]);
    await redis.start();
    await shares(one, other, 'after');
    await shares(other, one, 'after that');
    expect(await one.cache.read(['before'])).toBe('value before');
  });

  it('makes nobody wait while Redis hangs, and is shared again when it is back', async () => {
    await shares(one, other, 'before');
    redis.pause();
    for (let round = 0; round < 5; round += 1) expect(await missMs(other)).toBeLessThan(lateAfterMs(0));
    expect(other.count('skipped')).toBeGreaterThan(0);
    other.cache.write(['meanwhile'], 2, KEEP_MS);
    expect(await Promise.all(['before', 'meanwhile'].map((name) => other.cache.read([name])))).toEqual([
      'value before',
      2,
    ]);
    redis.resume();
    await shares(one, other, 'after');
    await shares(other, one, 'after that');
  });
});
