import { setTimeout as sleep } from 'node:timers/promises';
import { parseRedisUrl } from '@bff/redis';
import { type RedisCluster, type RedisServer, describeWithRedis, startRedis, startRedisCluster } from '@bff/testing';
import type { Act } from '../src/act.ts';
import { RedisActs } from '../src/redis-acts.ts';

const act = (id: string, seq: number, name: Act['act'] = 'isolate'): Act => ({
  id,
  service: 'payment',
  act: name,
  by: 'usr_1',
  reason: 'a "reason" – with ümlauts',
  at: '2026-01-01T00:00:00.000Z',
  seq,
});

const unreadable: [string, string][] = [];
async function connected(url: string, app = 'test-bff'): Promise<RedisActs> {
  const acts = new RedisActs(parseRedisUrl(url), {
    app,
    random: Math.random,
    // However busy the machine is: what is tested is what is in Redis.
    commandMs: 10_000,
    unreadable: (...what) => unreadable.push(what),
  });
  while (!acts.connected) await sleep(5);
  return acts;
}

describeWithRedis('acts in Redis', () => {
  let redis: RedisServer;
  let acts: RedisActs;
  beforeAll(async () => {
    redis = await startRedis();
    acts = await connected(redis.url);
  });
  afterAll(async () => {
    acts.close();
    await redis.stop();
  });
  beforeEach(() => redis.command('FLUSHALL'));

  it('are read as they were put', async () => {
    expect(await acts.read()).toEqual(new Map());
    const withoutReason: Act = { ...act('b', 7, 'close'), service: 'order', reason: undefined };
    expect(await acts.put(act('a', 1), 0)).toEqual(act('a', 1));
    expect(await acts.put(withoutReason, 0)).toEqual(withoutReason);
    expect(await acts.read()).toEqual(
      new Map([
        ['payment', act('a', 1)],
        ['order', withoutReason],
      ]),
    );
    expect(await redis.command('HGET', 'bff:test-bff:circuits', 'payment')).toMatch(/^1 \{"id":"a","act":"isolate",/);
  });

  it('replace what their number says that they know of, and nothing else', async () => {
    await acts.put(act('a', 9), 0);
    expect(await acts.put(act('b', 10), 8)).toEqual(act('a', 9));
    expect(await acts.put(act('b', 10), 9)).toEqual(act('b', 10));
    expect(await acts.put(act('c', 11), 9)).toEqual(act('b', 10));
    expect(await acts.read()).toEqual(new Map([['payment', act('b', 10)]]));
  });

  it('are put by many at the same time, and one of them is there for all', async () => {
    const others = await Promise.all(['a', 'b', 'c'].map(() => connected(redis.url)));
    const there = await Promise.all(others.map((other, at) => other.put(act(`act-${at}`, 1), 0)));
    expect(new Set(there.map(({ id }) => id)).size).toBe(1);
    for (const other of others) other.close();
  });

  it('of another app are not seen', async () => {
    await acts.put(act('a', 1), 0);
    const other = await connected(redis.url, 'web-bff');
    expect(await other.read()).toEqual(new Map());
    other.close();
  });

  it.each([
    'nonsense',
    '1 nonsense',
    '1 {"id":"a","act":"explode","by":"usr_1","at":"today"}',
    '1234567890123456 {}',
    '-1 {}',
    '',
  ])('are not what this is, and it is told and replaced: %j', async (text) => {
    unreadable.length = 0;
    await redis.command('HSET', 'bff:test-bff:circuits', 'payment', text);
    expect(await acts.read()).toEqual(new Map());
    expect(unreadable).toEqual([['payment', text]]);
    expect(await acts.put(act('a', 2), 1)).toEqual(act('a', 2));
  });

  it('are refused by a key of another kind, and do not harm it', async () => {
    await redis.command('SET', 'bff:test-bff:circuits', 'taken');
    await expect(acts.read()).rejects.toThrow('WRONGTYPE');
    await expect(acts.put(act('a', 1), 0)).rejects.toThrow('WRONGTYPE');
  });
});

describeWithRedis('acts in a cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster.stop());

  it('are put and read through any node', async () => {
    const [one, other] = await Promise.all(cluster.nodes.slice(0, 2).map(({ url }) => connected(clustered(url))));
    expect(await one?.put(act('a', 1), 0)).toEqual(act('a', 1));
    expect(await other?.read()).toEqual(new Map([['payment', act('a', 1)]]));
    one?.close();
    other?.close();
  });
});

const clustered = (url: string): string => url.replace('redis:', 'redis+cluster:');
