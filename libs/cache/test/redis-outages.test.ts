import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisServer, describeWithRedis, startRedis } from '@bff/testing';
import { type RedisTarget, parseRedisUrl } from '../src/index.ts';
import { type Replica, eventually, loadOf, startReplica } from './replica.ts';

/**
 * That a lookup takes 25 ms at most is proved on the virtual clock. Here a busy machine may add to that: the bound only
 * tells "25 ms and a little" from the 2 s that a hung connection lasts, or for ever.
 */
const LOAD_MS = 20;
const BOUND_MS = LOAD_MS + 25 + 300;

describeWithRedis('a Redis that fails', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  const replicas: Replica[] = [];
  const replica = (): Replica => {
    const started = startReplica(target);
    replicas.push(started);
    return started;
  };
  /** Another replica sees what this one stores. */
  const sharing = async (): Promise<void> => {
    const [one, other] = [replica(), replica()];
    await Promise.all([one.connected(), other.connected()]);
    const key = `shared ${performance.now()}`;
    await one.ask(key, 'theirs');
    await eventually(
      'another replica sees it',
      async () => (await other.ask(key, 'own', { freshMs: 1e6 })).value === 'theirs',
    );
  };
  /** This replica reads what a new one has just stored. */
  const usedAgain = async (by: Replica): Promise<void> => {
    const other = replica();
    await other.connected();
    let round = 0;
    await eventually('Redis is used again', async () => {
      round += 1;
      const key = `again ${performance.now()} ${round}`;
      await other.ask(key, 'theirs');
      await sleep(5);
      return (await by.ask(key, 'own')).value === 'theirs';
    });
  };

  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(({ cache }) => cache.close()));
  });
  afterAll(() => redis.stop());

  it('was not there at the start, came, and is used', async () => {
    await redis.kill();
    const early = replica();
    const startedAt = performance.now();
    expect(await early.ask('early', 'own')).toMatchObject({ status: 'loaded' });
    expect(performance.now() - startedAt).toBeLessThan(BOUND_MS);
    await redis.start();
    await usedAgain(early);
  });

  it('is killed under load: no fetch fails, none is late, and it is used again when it is back', async () => {
    const one = replica();
    await one.connected();
    const load = loadOf(one, { lanes: 8, loadMs: LOAD_MS });
    await sleep(150);
    await redis.kill();
    await sleep(300);
    await redis.start();
    await sleep(100);
    const tookMs = await load.stop();
    expect(tookMs.length).toBeGreaterThan(20);
    expect(Math.max(...tookMs)).toBeLessThan(BOUND_MS);
    await usedAgain(one);
    expect(one.nodes).toContain('redis skipped');
    expect(one.nodes.at(-1)).toBe('redis used');
  });

  it('is paused under load: few fetches wait their 25 ms, the others skip it, and it is used again afterwards', async () => {
    const one = replica();
    await one.connected();
    const load = loadOf(one, { lanes: 8, loadMs: LOAD_MS });
    await sleep(150);
    redis.pause();
    await sleep(600);
    const pausedTimeouts = one.count('timeout');
    const pausedSkips = one.count('skipped');
    redis.resume();
    const tookMs = await load.stop();
    expect(Math.max(...tookMs)).toBeLessThan(BOUND_MS);
    // One wave of the eight lanes at most, until the third of them was late.
    expect(pausedTimeouts).toBeGreaterThanOrEqual(3);
    expect(pausedTimeouts).toBeLessThanOrEqual(16);
    expect(pausedSkips).toBeGreaterThan(pausedTimeouts);
    await usedAgain(one);
  });

  it('is paused for longer than its connections last, and is used again afterwards', async () => {
    const one = replica();
    await one.connected();
    redis.pause();
    const load = loadOf(one, { lanes: 4, loadMs: LOAD_MS });
    await sleep(2_300);
    redis.resume();
    expect(Math.max(...(await load.stop()))).toBeLessThan(BOUND_MS);
    await usedAgain(one);
  });

  it('is gone together with the service: what this process has seen stands in', async () => {
    const [one, other] = [replica(), replica()];
    await Promise.all([one.connected(), other.connected()]);
    await one.ask('both gone', 'theirs');
    await eventually('the other has seen it', async () => (await other.ask('both gone', 'own')).value === 'theirs');
    await redis.kill();
    const outage = new Error('the service is gone too');
    const asked = other.ask('both gone', 'own', { freshMs: 0, load: () => Promise.reject(outage) });
    expect(await asked).toMatchObject({ status: 'stale', value: 'theirs', cause: outage });
    await redis.start();
  });

  it('is full: it takes nothing more, and what it holds is still read', async () => {
    const [one, other] = [replica(), replica()];
    await Promise.all([one.connected(), other.connected()]);
    await one.ask('before', 'theirs');
    await eventually('it is stored', async () => (await redis.command('DBSIZE')) !== '0');
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    for (let index = 0; index < 5; index += 1) await other.ask(`while full ${index}`, 'own');
    expect(await other.ask('before', 'own')).toMatchObject({ status: 'fresh', value: 'theirs' });
    expect(other.count('error')).toBe(0);
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    await sharing();
  });

  it('is left in time, though it is paused', async () => {
    const one = replica();
    await one.connected();
    redis.pause();
    const asked = one.ask('closing', 'own');
    await asked;
    const startedAt = performance.now();
    await one.cache.close();
    expect(performance.now() - startedAt).toBeLessThan(250 + 300);
    redis.resume();
  });
});
