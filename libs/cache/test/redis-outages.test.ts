import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { type Replica, eventually, lateAfterMs, loadOf, startReplica, usesRedisAgain } from './replica.ts';

const LOAD_MS = 20;

describeWithRedis('a Redis that is gone', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  const started: Replica[] = [];
  const connectedReplica = async (): Promise<Replica> => {
    const replica = startReplica(target);
    started.push(replica);
    await replica.connected();
    return replica;
  };

  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ cache }) => cache.close()));
  });
  afterAll(() => redis.stop());

  it('was not there at the start, came, and is used', async () => {
    await redis.kill();
    const early = startReplica(target);
    started.push(early);
    const startedAt = performance.now();
    expect(await early.ask('early', 'own')).toMatchObject({ status: 'loaded' });
    expect(performance.now() - startedAt).toBeLessThan(lateAfterMs(0));
    await redis.start();
    await usesRedisAgain(early, target);
  });

  it('was killed under load: no fetch fails, none is late, and it is used again when it is back', async () => {
    const replica = await connectedReplica();
    const load = loadOf(replica, { lanes: 8, loadMs: LOAD_MS });
    await sleep(150);
    await redis.kill();
    await sleep(300);
    await redis.start();
    await sleep(100);
    const tookMs = await load.stop();
    expect(tookMs.length).toBeGreaterThan(20);
    expect(Math.max(...tookMs)).toBeLessThan(lateAfterMs(LOAD_MS));
    await usesRedisAgain(replica, target);
    expect(replica.nodes).toContain('redis skipped');
    expect(replica.nodes.at(-1)).toBe('redis used');
  });

  it('together with the service: what this process has seen stands in', async () => {
    const [one, other] = [await connectedReplica(), await connectedReplica()];
    await one.ask('both gone', 'theirs');
    await eventually('the other has seen it', async () => (await other.ask('both gone', 'own')).value === 'theirs');
    await redis.kill();
    const outage = new Error('the service is gone too');
    const asked = other.ask('both gone', 'own', { freshMs: 0, load: () => Promise.reject(outage) });
    expect(await asked).toMatchObject({ status: 'stale', value: 'theirs', cause: outage });
    await redis.start();
  });
});

describeWithRedis('a Redis that refuses', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('to take more, as it is full, is still read', async () => {
    const target = parseRedisUrl(redis.url);
    const [one, other] = [startReplica(target), startReplica(target)];
    await Promise.all([one.connected(), other.connected()]);
    await one.ask('before', 'theirs');
    await eventually('it is stored', async () => (await redis.command('DBSIZE')) !== '0');
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    for (let index = 0; index < 5; index += 1) await other.ask(`while full ${index}`, 'own');
    expect(await other.ask('before', 'own')).toMatchObject({ status: 'fresh', value: 'theirs' });
    expect(other.count('error')).toBe(0);
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    await Promise.all([one.cache.close(), other.cache.close()]);
  });

  it('a password costs no fetch anything, and is told without it', async () => {
    await redis.command('CONFIG', 'SET', 'requirepass', 'right');
    const warn = jest.fn();
    const target = parseRedisUrl(redis.url.replace('//', '//:wrong@'));
    const replica = startReplica(target, { logger: { info: jest.fn(), warn } });
    await eventually('it is told', async () => {
      expect(await replica.ask(`key ${performance.now()}`, 'own')).toMatchObject({ status: 'loaded' });
      return warn.mock.calls.length > 0;
    });
    expect(JSON.stringify(warn.mock.calls)).toContain('WRONGPASS');
    expect(JSON.stringify(warn.mock.calls)).not.toContain('wrong@');
    await replica.cache.close();
  });
});
