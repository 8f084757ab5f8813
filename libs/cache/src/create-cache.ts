import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { RedisTarget } from '@bff/redis';
import type { CacheObserver } from './cache-observer.ts';
import { Cache } from './cache.ts';
import { Fetches } from './fetches.ts';
import { guardObserver } from './guarded-observer.ts';
import { GuardedStore } from './guarded-store.ts';
import { keyNaming } from './key-name.ts';
import { KnownValues } from './known-values.ts';
import { Loads } from './loads.ts';
import { MemoryStore } from './memory-store.ts';
import { RedisStore } from './redis/redis-store.ts';
import type { SectionCache } from './section-cache.ts';
import type { SharedStore } from './shared-store.ts';
import type { ValueCache } from './value-cache.ts';
import { Values } from './values.ts';
import { versionSource } from './version.ts';
import { Writes } from './writes.ts';

export interface CacheOptions {
  /** The app's name: apps that share a Redis do not share values. Letters, digits, `.`, `_` and `-`. */
  readonly namespace: string;
  /** Changed whenever the shape of any kept value changes: values of other versions are not seen. Characters as above. */
  readonly schemaVersion: string;
  readonly clock: Clock;
  /** Told when a Redis node is lost and when it is used again; nothing per fetch. */
  readonly logger?: Pick<Logger, 'info' | 'warn'> | undefined;
  readonly observer?: CacheObserver | undefined;
  readonly memory?:
    | {
        /** Default 16 MiB. */
        readonly maxBytes?: number | undefined;
      }
    | undefined;
  /** Shares values between replicas. Default: memory alone. See `parseRedisUrl` of `@bff/redis`. */
  readonly redis?: RedisTarget | undefined;
  /** For jitter. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Some 12,000 sections of a page. In the process they take about half of it, as most of their text is one byte a character. */
const DEFAULT_MEMORY_BYTES = 16 * 1024 * 1024;

/** Connects to Redis, when there is one, in the background: it never waits for it and never fails because of it. */
export function createCache(options: CacheOptions): SectionCache & ValueCache {
  const { clock, redis, random = Math.random } = options;
  return assembleCache(options, redis && new RedisStore(redis, { clock, random }));
}

/** The cache over any shared store. */
export function assembleCache(options: CacheOptions, store: SharedStore | undefined): SectionCache & ValueCache {
  const { namespace, schemaVersion, clock, memory: { maxBytes = DEFAULT_MEMORY_BYTES } = {} } = options;
  const { random = Math.random } = options;
  const observer = guardObserver(options.observer ?? {});
  const memory = new MemoryStore({ clock, maxBytes });
  const known = new KnownValues(memory, clock);
  const shared = store && guarded(store, options, observer, known);
  const writes = new Writes({
    clock,
    memory,
    shared,
    observer,
    outdated: (name) => void shared?.look({ name, known: known.versionOf(name), lease: undefined }),
  });
  const nextVersion = versionSource(clock, random);
  const nameOf = keyNaming(namespace, schemaVersion);
  const loads = new Loads({ clock, known, writes, shared, observer, nextVersion });
  const fetches = new Fetches({ clock, random, nameOf, known, loads, shared, observer });
  const values = new Values({ clock, nameOf, known, writes, shared, observer, nextVersion });
  return new Cache({ memory, shared, fetches, values });
}

function guarded(
  store: SharedStore,
  { clock, logger }: CacheOptions,
  observer: Required<CacheObserver>,
  known: KnownValues,
): GuardedStore {
  return new GuardedStore({
    store,
    clock,
    observer,
    answered({ name }, { entry }) {
      if (entry !== undefined && entry !== 'known') known.learn(name, entry);
    },
    nodeChanged(node, state) {
      observer.redisNodeChanged({ node, state });
      if (state === 'used') logger?.info({ node }, 'Redis is used again');
      else logger?.warn({ node, trouble: store.trouble }, 'Redis does not answer in time and is skipped until it does');
    },
  });
}
