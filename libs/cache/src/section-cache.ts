import type { CacheSnapshot } from './cache-snapshot.ts';

/** One question to the cache: which value, how old it may be, and how to load it. */
export interface FetchRequest<T> {
  /**
   * Names the value within the app: `['order-page', 'stock', orderId]`. Parts are joined safely, whatever they hold.
   * Data that belongs to one user has that user's id among the parts.
   */
  readonly key: readonly string[];
  /** A value younger than this is served with no call. 0: never served fresh, only kept for when the load fails. */
  readonly freshMs: number;
  /**
   * How long after the fresh time a value may still stand in for a load that failed (RFC 5861 `stale-if-error`). The
   * limit of its age is therefore `freshMs + staleIfErrorMs`. 0: never served stale. Both 0: nothing is kept, and only
   * callers at the same time share one load.
   */
  readonly staleIfErrorMs: number;
  /**
   * How long this caller waits: pass the page's deadline signal, one object for the whole page. The load is not tied to
   * it and goes on for the others. It also stands for the page when the time spent on Redis is counted.
   */
  readonly signal: AbortSignal;
  /**
   * Loads the value: JSON-able data, which may hold `Map`, `Set` and `Date`. Called at most once for all that ask at the
   * same time, and not stopped by any one of them, so it must be bounded by a deadline of its own. `abandoned` aborts when
   * the last of them has left for another reason than its deadline: then nobody wants the value, and a client that hangs up
   * must leave no call behind. Callers whose deadline passed leave the load to end, for those who ask next.
   */
  readonly load: (abandoned: AbortSignal) => Promise<T>;
}

/** What a section needs to know of its value. Each caller gets a value of its own, which it may change. */
export type Fetched<T> =
  /** Kept, and younger than `freshMs`. */
  | { readonly status: 'fresh'; readonly value: T; readonly ageMs: number }
  /** Loaded for this caller, or for one that asked just before. */
  | { readonly status: 'loaded'; readonly value: T }
  /** The load failed or did not come in time, for this cause; the kept value stands in. */
  | { readonly status: 'stale'; readonly value: T; readonly ageMs: number; readonly cause: unknown };

export interface SectionCache {
  /**
   * Serves a fresh value, or loads one, or serves a stale one when that fails.
   *
   * Rejects with
   * - the load's own error when nothing that is kept may stand in;
   * - `NOT_FOUND` and `FORBIDDEN` (`DownstreamError`) always: they are answers. What was kept is removed;
   * - an `HttpProblem` always: the request is at fault. What is kept stays;
   * - the signal's reason when the caller left (`ClientGone`, `PageSettled`, `ShuttingDown`), or when its deadline passed
   *   (`DeadlineExceeded`) with nothing to stand in.
   *
   * Redis is never a reason to reject.
   */
  fetch<T>(request: FetchRequest<T>): Promise<Fetched<T>>;
  /**
   * Fetches many values at once, as `fetch` does each: in the order of the requests, each settled as its own fetch would
   * be. Never rejects. A key that is there twice is loaded once.
   *
   * The loads that turn out to be needed are called one right after the other, with nothing in between, so that a loader
   * that collects what it is asked for (DataLoader) makes one call. So they wait for all the lookups in Redis, a page's 25 ms
   * at most; those of values that are never fresh do too. Not among them is what another replica is loading. Of that, what
   * is not brought is loaded in a second go, once it is known of each whether it is: 200 ms later at most.
   */
  fetchAll<T>(requests: readonly FetchRequest<T>[]): Promise<PromiseSettledResult<Fetched<T>>[]>;
  /** For operators and tests: what the cache holds and what it is doing. */
  snapshot(): CacheSnapshot;
  /** Lets pending writes end, for 250 ms at most, and leaves Redis. Fetches go on in memory alone. May be called twice. */
  close(): Promise<void>;
}
