import type { CacheObserver } from '@bff/cache';
import type { Logger, Metrics } from '@bff/observability';

/** Counts what the cache does. That Redis is lost or back, the cache tells the log itself. */
export function observeCache(metrics: Metrics, logger: Logger): CacheObserver {
  return {
    // The engine's keys begin with page and section; what follows may be ids, and is no label.
    fetchEnded: ({ key: [page = '', section = ''], outcome }) => metrics.cache.fetchEnded({ page, section, outcome }),
    redisLookedUp: ({ outcome }) => metrics.cache.redisLookedUp({ outcome }),
    storeWritten: (event) => metrics.cache.storeWritten(event),
    valueRefused({ key: [page, section], error }) {
      logger.error({ page, section, err: error }, 'a value could not be kept, by a defect of ours');
    },
  };
}
