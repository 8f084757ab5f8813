import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@bff/clock';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisServer, VirtualClock, describeWithRedis, startRedis } from '@bff/testing';
import type { Entry } from '../src/entry.ts';
import type { SharedStore } from '../src/shared-store.ts';
import { eventually, startReplica } from './replica.ts';
import { connectedStore } from './store-kinds.ts';

describeWithRedis('a write or a lease that Redis gets late', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  const opened: SharedStore[] = [];
  const loaded = (msAgo: number, payload: string): Entry => ({ version: { at: Date.now() - msAgo, tie: 1 }, payload });
  const store = async (clock = systemClock): Promise<SharedStore> => {
    const connected = await connectedStore(target, clock);
    opened.push(connected);
    // Redis learns a script from its first use, which takes an answer: none would be applied after a pause.
    await connected.write('first', loaded(0, 'j1'), 1_000);
    return connected;
  };
  const payloadOf = async (from: SharedStore, name: string): Promise<string | undefined> => {
    const { entry } = await from.look({ name, known: undefined, lease: undefined });
    return typeof entry === 'object' ? entry.payload : undefined;
  };

  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  afterEach(() => {
    for (const connected of opened.splice(0)) connected.close();
  });
  afterAll(() => redis.stop());

  it('is applied after a pause though it was given up: that is the trap', async () => {
    const one = await store();
    redis.pause();
    await expect(one.write('trap', loaded(0, 'jlate'), 60_000)).rejects.toThrow('Command timed out');
    redis.resume();
    await eventually('the write is applied', async () => (await payloadOf(one, 'trap')) === 'jlate');
  });

  it('never puts older data over newer, in whichever order Redis reads the two after a pause', async () => {
    const [one, other] = [await store(), await store()];
    const names = Array.from({ length: 40 }, (_, index) => `race ${index}`);
    redis.pause();
    const writes = names.flatMap((name, index) => {
      const older = () => one.write(name, loaded(50, 'jolder'), 60_000);
      const newer = () => other.write(name, loaded(10, 'jnewer'), 60_000);
      return index % 2 ? [older(), newer()] : [newer(), older()];
    });
    await Promise.allSettled(writes);
    redis.resume();
    await eventually('all are applied', async () => {
      const payloads = await Promise.all(names.map((name) => payloadOf(other, name)));
      return payloads.every((payload) => payload === 'jnewer');
    });
    await sleep(50);
    expect(new Set(await Promise.all(names.map((name) => payloadOf(one, name))))).toEqual(new Set(['jnewer']));
  });

  it('is written for nothing when the replica’s clock is ahead: its values would pass for newer than they are', async () => {
    const ahead = await store(new VirtualClock({ wallTime: Date.now() + 60_000 }));
    const version = { at: Date.now() + 60_000, tie: 1 };
    expect(await ahead.write('ahead', { version, payload: 'j1' }, 60_000)).toBe('clock');
  });

  it('takes the place of a value that is dated ahead of Redis’ own clock, as when that was set back', async () => {
    const one = await store();
    await redis.command('HSET', '{ahead}:value', 'at', Date.now() + 60_000, 'tie', 1, 'payload', 'jahead');
    expect(await one.write('ahead', loaded(0, 'jtrue'), 60_000)).toBe('stored');
    expect(await payloadOf(one, 'ahead')).toBe('jtrue');
  });

  it('holds nobody up when it is a lease that was over before Redis got it', async () => {
    const [one, other] = [await store(), await store()];
    const wanted = { name: 'late lease', known: undefined, lease: { unlessAfter: Date.now(), forMs: 100 } };
    redis.pause();
    await expect(one.look(wanted)).rejects.toThrow('Command timed out');
    await sleep(150);
    redis.resume();
    await eventually('Redis answers again', async () => {
      const looked = await other.look({ ...wanted, name: 'other' }).catch(() => undefined);
      return looked !== undefined;
    });
    expect(await other.look(wanted)).toEqual({ entry: undefined, lease: 'mine' });
  });
});

describeWithRedis('the lease on a load', () => {
  let redis: RedisServer;
  let target: RedisTarget;
  beforeAll(async () => {
    redis = await startRedis();
    target = parseRedisUrl(redis.url);
  });
  afterAll(() => redis.stop());

  const wantedBy = (from: SharedStore, name: string, forMs = 5_000) =>
    from.look({ name, known: undefined, lease: { unlessAfter: Date.now() - 1_000, forMs } });

  it('is one replica’s, until it gives it back', async () => {
    const [one, other] = [await connectedStore(target), await connectedStore(target)];
    expect((await wantedBy(one, 'a')).lease).toBe('mine');
    expect((await wantedBy(one, 'a')).lease).toBe('mine');
    expect((await wantedBy(other, 'a')).lease).toBe('taken');
    await other.release('a');
    expect((await wantedBy(other, 'a')).lease).toBe('taken');
    await one.release('a');
    expect((await wantedBy(other, 'a')).lease).toBe('mine');
    one.close();
    other.close();
  });

  it('ends by itself, and with the value', async () => {
    const [one, other] = [await connectedStore(target), await connectedStore(target)];
    await wantedBy(one, 'b', 30);
    await sleep(40);
    expect((await wantedBy(other, 'b')).lease).toBe('mine');
    await other.write('b', { version: { at: Date.now(), tie: 1 }, payload: 'j1' }, 60_000);
    expect(await wantedBy(one, 'b')).toMatchObject({ entry: { payload: 'j1' }, lease: 'free' });
    one.close();
    other.close();
  });

  it('lets one replica load a cold key, of a thousand callers on each of three', async () => {
    const replicas = [startReplica(target), startReplica(target), startReplica(target)];
    await Promise.all(replicas.map((replica) => replica.connected()));
    const callers = replicas.flatMap((replica) => Array.from({ length: 1_000 }, () => replica));
    const all = await Promise.all(
      callers.map((replica) => replica.ask('cold product', { sku: 'SKU-1' }, { loadMs: 60 })),
    );
    expect(replicas.reduce((sum, { loads }) => sum + loads, 0)).toBe(1);
    expect(all.every(({ value }) => JSON.stringify(value) === '{"sku":"SKU-1"}')).toBe(true);
    await Promise.all(replicas.map(({ cache }) => cache.close()));
  });

  it('of a replica that died holds the others up for 200 ms at most', async () => {
    const dead = await connectedStore(target);
    const replica = startReplica(target);
    await replica.connected();
    const lease = { unlessAfter: Date.now(), forMs: 10_000 };
    await dead.look({ name: 'app/1:orphan', known: undefined, lease });
    dead.close();
    const startedAt = performance.now();
    expect(await replica.ask('orphan', 'own')).toEqual({ status: 'loaded', value: 'own' });
    const waitedMs = performance.now() - startedAt;
    expect(waitedMs).toBeGreaterThan(190);
    expect(waitedMs).toBeLessThan(200 + 300);
    await replica.cache.close();
  });

  it('is given back by a load that fails, so that the others do not wait', async () => {
    const [one, other] = [startReplica(target), startReplica(target)];
    await Promise.all([one.connected(), other.connected()]);
    const failing = one.ask('failing', 'own', { load: () => sleep(30).then(() => Promise.reject(new Error('down'))) });
    await expect(failing).rejects.toThrow('down');
    const startedAt = performance.now();
    expect(await other.ask('failing', 'own')).toEqual({ status: 'loaded', value: 'own' });
    expect(performance.now() - startedAt).toBeLessThan(200);
    await Promise.all([one.cache.close(), other.cache.close()]);
  });
});
