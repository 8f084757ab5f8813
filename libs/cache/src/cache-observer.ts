/** How one fetch ended. */
export interface FetchEnded {
  /** As the request had it. The first parts name page and section; later ones may be ids, so no metric label. */
  readonly key: readonly string[];
  /**
   * `answer`: the service said that there is no such thing, or not for this caller. `failed`: rejected with another error
   * of the load, or a passed deadline. `aborted`: the caller left.
   */
  readonly outcome: 'fresh' | 'loaded' | 'stale' | 'answer' | 'failed' | 'aborted';
  /** Of the value that was served from the cache. */
  readonly ageMs?: number;
}

export interface LoadEnded {
  readonly key: readonly string[];
  readonly outcome: 'ok' | 'failed';
  readonly durationMs: number;
}

/**
 * - `stored`: it is the newest.
 * - `older`: a newer value was there already, and stays.
 * - `clock`: this machine's clock is ahead of the store's, so its values would pass for newer than they are.
 * - `dropped`: not written: the store is skipped, too many writes are under way, or the value is too large.
 * - `failed`: the store did not take it, or not in time.
 */
export type WriteOutcome = 'stored' | 'older' | 'clock' | 'dropped' | 'failed';

export interface StoreWritten {
  readonly store: 'memory' | 'redis';
  readonly outcome: WriteOutcome;
}

/**
 * - `found`, `missing`: Redis answered.
 * - `timeout`: it did not within 25 ms.
 * - `error`: it refused, or the connection is lost.
 * - `skipped`: it was not asked, as there is no connection, or it failed three times in a row a moment ago.
 * - `overloaded`: it was not asked, as too many lookups are under way.
 */
export type LookupOutcome = 'found' | 'missing' | 'timeout' | 'error' | 'skipped' | 'overloaded';

export interface RedisLookedUp {
  readonly outcome: LookupOutcome;
  readonly durationMs: number;
}

export interface RedisNodeChanged {
  /** `host:port` of a cluster's node; `redis` where there is one node only, and when no node is connected. */
  readonly node: string;
  readonly state: 'used' | 'skipped';
}

/**
 * Where metrics come from. An observer that throws, or returns a promise that rejects, changes no outcome: the first time
 * is reported with `process.emitWarning`, and the error is dropped.
 */
export interface CacheObserver {
  fetchEnded?(event: FetchEnded): void;
  /** A load ended; told once however many callers share it. */
  loadEnded?(event: LoadEnded): void;
  storeWritten?(event: StoreWritten): void;
  redisLookedUp?(event: RedisLookedUp): void;
  redisNodeChanged?(event: RedisNodeChanged): void;
  /** A value that cannot be kept (no JSON-able data) or read back: a bug in this process. Log it as an error. */
  valueRefused?(event: { readonly key: readonly string[]; readonly error: unknown }): void;
}
