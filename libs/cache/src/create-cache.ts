import type { Clock } from '@bff/clock';
import type { Logger } from '@bff/observability';
import type { CacheObserver } from './cache-observer.ts';
import type { RedisTarget } from './redis/redis-url.ts';
import type { SectionCache } from './section-cache.ts';

export interface CacheOptions {
  /** The app's name: apps that share a Redis do not share values. Letters, digits, `.`, `_` and `-`. */
  readonly namespace: string;
  /** Changed whenever the shape of any kept value changes: values of other versions are not seen. Characters as above. */
  readonly schemaVersion: string;
  readonly clock: Clock;
  /** Told when Redis is lost and when it is used again; nothing per fetch. */
  readonly logger?: Pick<Logger, 'info' | 'warn'>;
  readonly observer?: CacheObserver;
  readonly memory?: {
    /** Default 64 MiB. */
    readonly maxBytes?: number;
  };
  /** Shares values between replicas. Default: memory alone. See `parseRedisUrl`. */
  readonly redis?: RedisTarget;
}

/** Connects to Redis, when asked to, in the background: it never fails and never waits. */
export function createCache(_options: CacheOptions): SectionCache {
  throw new Error('not there yet');
}
