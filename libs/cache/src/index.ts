export type {
  CacheObserver,
  FetchEnded,
  LoadEnded,
  LookupOutcome,
  RedisLookedUp,
  RedisNodeChanged,
  StoreWritten,
  WriteOutcome,
} from './cache-observer.ts';
export type { CacheSnapshot, RedisSnapshot } from './cache-snapshot.ts';
export { type CacheOptions, createCache } from './create-cache.ts';
export type { Fetched, FetchRequest, SectionCache } from './section-cache.ts';
export type { ValueCache } from './value-cache.ts';
