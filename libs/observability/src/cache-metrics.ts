import { Counter, Gauge, type Registry } from 'prom-client';

/** What the cache of kept sections does. */
export interface CacheMetrics {
  /** One section asked for its value; `outcome` is `fresh`, `loaded`, `stale`, `failed` or `aborted`. */
  fetchEnded(event: { page: string; section: string; outcome: string }): void;
  /** One look into Redis; `outcome` is `found`, `missing`, `timeout`, `error`, `skipped` or `overloaded`. */
  redisLookedUp(event: { outcome: string }): void;
  /** One value was written; `store` is `memory` or `redis`. */
  storeWritten(event: { store: string; outcome: string }): void;
  /** What is kept in memory; asked for when the metrics are read. */
  watchMemory(read: () => { readonly entries: number; readonly bytes: number }): void;
}

export function createCacheMetrics(registry: Registry): CacheMetrics {
  const registers = [registry];
  const fetches = new Counter({
    name: 'bff_cache_fetches_total',
    help: 'Values of kept sections by where they came from.',
    labelNames: ['page', 'section', 'outcome'] as const,
    registers,
  });
  const lookups = new Counter({
    name: 'bff_cache_redis_lookups_total',
    help: 'Looks into Redis by how they ended.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const writes = new Counter({
    name: 'bff_cache_writes_total',
    help: 'Values written to a store by how that ended.',
    labelNames: ['store', 'outcome'] as const,
    registers,
  });
  const memoryGauge = (name: string, help: string, value: () => number): void => {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(value());
      },
    });
    registry.registerMetric(gauge);
  };
  return {
    fetchEnded: ({ page, section, outcome }) => fetches.inc({ page, section, outcome }),
    redisLookedUp: ({ outcome }) => lookups.inc({ outcome }),
    watchMemory(read) {
      memoryGauge(
        'bff_cache_memory_bytes',
        'Bytes of what is kept in memory, counted at two a character.',
        () => read().bytes,
      );
      memoryGauge('bff_cache_memory_entries', 'Values that are kept in memory.', () => read().entries);
    },
    storeWritten: ({ store, outcome }) => writes.inc({ store, outcome }),
  };
}
