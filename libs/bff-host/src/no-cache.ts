import type { CacheOptions, SectionCache } from '@bff/cache';

/** Stands in until the cache is there: keeps nothing. */
export const createCache = (_options: CacheOptions): SectionCache => ({
  fetch: async ({ load }) => ({ status: 'loaded', value: await load() }),
  snapshot: () => ({ memory: { entries: 0, bytes: 0, maxBytes: 0 }, flights: 0, redis: undefined }),
  close: () => Promise.resolve(),
});
