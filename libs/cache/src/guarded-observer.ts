import { guardListeners } from '@bff/observability';
import type { CacheObserver } from './cache-observer.ts';

/** An observer that cannot harm a fetch: see `CacheObserver`. */
export function guardObserver(observer: CacheObserver): Required<CacheObserver> {
  const guard = guardListeners('CacheObserver');
  return {
    fetchEnded: guard((event) => observer.fetchEnded?.(event)),
    loadEnded: guard((event) => observer.loadEnded?.(event)),
    storeWritten: guard((event) => observer.storeWritten?.(event)),
    redisLookedUp: guard((event) => observer.redisLookedUp?.(event)),
    redisNodeChanged: guard((event) => observer.redisNodeChanged?.(event)),
    valueRefused: guard((event) => observer.valueRefused?.(event)),
  };
}
