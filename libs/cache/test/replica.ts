import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@bff/clock';
import type { RedisTarget } from '@bff/redis';
import { type CacheOptions, type FetchRequest, type LookupOutcome, createCache } from '../src/index.ts';

/** Gives a condition ten seconds to come true: far more than anything here takes, on a busy machine too. */
export async function eventually(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`it never came about that ${what}`);
    await sleep(10);
  }
}

/** One replica of an app: a cache on a Redis, and the loads that it made. */
export function startReplica(redis: RedisTarget | undefined, options: Partial<CacheOptions> = {}) {
  const lookups: LookupOutcome[] = [];
  const nodes: string[] = [];
  const cache = createCache({
    namespace: 'app',
    schemaVersion: '1',
    clock: systemClock,
    redis,
    observer: {
      redisLookedUp: ({ outcome }) => lookups.push(outcome),
      redisNodeChanged: ({ node, state }) => nodes.push(`${node} ${state}`),
    },
    ...options,
  });
  const replica = {
    cache,
    lookups,
    nodes,
    loads: 0,
    /** Resolves once Redis is used. */
    connected: () => eventually('Redis is connected', () => cache.snapshot().redis?.connected === true),
    /** Fetches `value`, which takes `loadMs` to load. */
    ask(key: string, value: unknown, request: Partial<FetchRequest<unknown>> & { loadMs?: number } = {}) {
      const { loadMs = 0, ...rest } = request;
      return cache.fetch<unknown>({
        key: [key],
        freshMs: 60_000,
        staleIfErrorMs: 60_000,
        signal: new AbortController().signal,
        async load() {
          replica.loads += 1;
          if (loadMs > 0) await sleep(loadMs);
          return value;
        },
        ...rest,
      });
    },
    /** How often Redis was asked and did not say. */
    count: (outcome: LookupOutcome) => lookups.filter((seen) => seen === outcome).length,
  };
  return replica;
}

export type Replica = ReturnType<typeof startReplica>;

/** Fetches cold keys one after another on several lanes until told to stop; gives how long each took. */
export function loadOf(replica: Replica, { lanes, loadMs }: { lanes: number; loadMs: number }) {
  const tookMs: number[] = [];
  const stopping = new AbortController();
  const lane = async (number: number): Promise<void> => {
    for (let round = 0; !stopping.signal.aborted; round += 1) {
      const startedAt = performance.now();
      await replica.ask(`cold ${number} ${round} ${startedAt}`, round, { loadMs });
      tookMs.push(performance.now() - startedAt);
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return {
    tookMs,
    /** Rejects when any fetch did. */
    async stop(): Promise<number[]> {
      stopping.abort();
      await done;
      return tookMs;
    },
  };
}

/** Resolves once `replica` reads what a new one has just stored: it uses Redis again, and Redis shares. */
export async function usesRedisAgain(replica: Replica, redis: RedisTarget): Promise<void> {
  const other = startReplica(redis);
  await other.connected();
  try {
    await eventually('Redis is used again', async () => {
      const key = `again ${performance.now()}`;
      await other.ask(key, 'theirs');
      await sleep(5);
      return (await replica.ask(key, 'own')).value === 'theirs';
    });
  } finally {
    await other.cache.close();
  }
}

/**
 * That a lookup takes 25 ms at most is proved on the virtual clock. On a real one a busy machine may add to that: this
 * bound only tells "25 ms and a little" from the 2 s that a hung connection lasts, or for ever.
 */
export const lateAfterMs = (loadMs: number): number => loadMs + 25 + 300;
