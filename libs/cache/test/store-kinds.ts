import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@bff/clock';
import { type RedisTarget, parseRedisUrl } from '@bff/redis';
import { type RedisCluster, type RedisServer, startRedis, startRedisCluster } from '@bff/testing';
import { VirtualClock } from '@bff/testing';
import type { Entry } from '../src/entry.ts';
import { MemoryStore } from '../src/memory-store.ts';
import { RedisStore } from '../src/redis/redis-store.ts';
import type { SharedStore } from '../src/shared-store.ts';

/** A store as the common suite sees it. */
export interface OpenStore {
  read(name: string): Promise<Entry | undefined>;
  write(name: string, entry: Entry, keepMs: number): Promise<string>;
  /** Its wall clock. */
  wallTime(): number;
  /** Lets time pass. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function openMemory(): Promise<OpenStore> {
  const clock = new VirtualClock();
  const store = new MemoryStore({ clock, maxBytes: 1_000_000 });
  return {
    read: async (name) => store.read(name),
    write: async (name, entry, keepMs) => store.write(name, entry, { bornAt: clock.now(), keepMs }),
    wallTime: () => clock.wallTime(),
    pass: (ms) => clock.advanceBy(ms),
    close: async () => {},
  };
}

export async function openRedis(): Promise<OpenStore> {
  const redis = await startRedis();
  return openOver(parseRedisUrl(redis.url), redis);
}

export async function openCluster(): Promise<OpenStore> {
  const cluster = await startRedisCluster();
  return openOver(targetOf(cluster), cluster);
}

export const targetOf = (cluster: RedisCluster): RedisTarget =>
  parseRedisUrl(cluster.nodes.map(({ url }) => url).join(','));

/** One more replica's view of a Redis; resolves once it is connected. */
export async function connectedStore(target: RedisTarget, clock = systemClock): Promise<RedisStore> {
  const store = new RedisStore(target, { clock, random: Math.random });
  while (!store.connected) await sleep(5);
  return store;
}

async function openOver(target: RedisTarget, servers: RedisServer | RedisCluster): Promise<OpenStore> {
  const store: SharedStore = await connectedStore(target);
  return {
    async read(name) {
      const { entry } = await store.look({ name, known: undefined, lease: undefined });
      return entry === 'known' ? undefined : entry;
    },
    write: (name, entry, keepMs) => store.write(name, entry, keepMs),
    wallTime: () => Date.now(),
    pass: async (ms) => void (await sleep(ms)),
    async close() {
      store.close();
      await servers.stop();
    },
  };
}
