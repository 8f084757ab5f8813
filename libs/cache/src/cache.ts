import type { Clock } from '@bff/clock';
import { DeadlineExceeded } from '@bff/errors';
import type { CacheObserver } from './cache-observer.ts';
import type { CacheSnapshot } from './cache-snapshot.ts';
import { type Flight, Flights } from './flights.ts';
import { type GuardedStore, LOOKUP_MS } from './guarded-store.ts';
import type { KeyNaming } from './key-name.ts';
import type { KnownValue, KnownValues } from './known-values.ts';
import { meaningOf } from './load-error.ts';
import type { Loaded, Loads } from './loads.ts';
import { Lookups } from './lookups.ts';
import type { MemoryStore } from './memory-store.ts';
import { LEASE_MS, loadedElsewhere } from './other-replica.ts';
import { PageWaits } from './page-waits.ts';
import type { FetchRequest, Fetched, SectionCache } from './section-cache.ts';
import type { Looked } from './shared-store.ts';
import { atMost, waitFor } from './wait-for.ts';

export interface CacheParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly nameOf: KeyNaming;
  readonly memory: MemoryStore;
  readonly known: KnownValues;
  readonly loads: Loads;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
}

/** The course of a fetch; what each step does is in the parts. */
export class Cache implements SectionCache {
  readonly #parts: CacheParts;
  readonly #flights: Flights<Loaded | 'elsewhere'>;
  readonly #lookups = new Lookups();
  readonly #waits: PageWaits;

  constructor(parts: CacheParts) {
    this.#parts = parts;
    this.#flights = new Flights(parts.clock);
    this.#waits = new PageWaits(parts.clock);
  }

  async fetch<T>(request: FetchRequest<T>): Promise<Fetched<T>> {
    const { key, signal } = request;
    try {
      const fetched = await this.#serve(request, this.#parts.nameOf(key));
      const { status: outcome } = fetched;
      this.#parts.observer.fetchEnded({ key, outcome, ...(outcome !== 'loaded' && { ageMs: fetched.ageMs }) });
      // A key names values of one type: what was stored under it was loaded by a request like this one.
      return fetched as Fetched<T>;
    } catch (error) {
      const left = signal.aborted && error === signal.reason && !(error instanceof DeadlineExceeded);
      const outcome = left ? 'aborted' : meaningOf(error) === 'answer' ? 'answer' : 'failed';
      this.#parts.observer.fetchEnded({ key, outcome });
      throw error;
    }
  }

  snapshot(): CacheSnapshot {
    const { entries, bytes, maxBytes } = this.#parts.memory;
    return {
      memory: { entries, bytes, maxBytes },
      flights: this.#flights.size,
      redis: this.#parts.shared?.snapshot,
    };
  }

  async close(): Promise<void> {
    await this.#parts.shared?.close();
  }

  async #serve(request: FetchRequest<unknown>, name: string): Promise<Fetched<unknown>> {
    const { signal, freshMs } = request;
    if (signal.aborted) return this.#afterLeaving(request, name);
    const kept = this.#fresh(request, name);
    if (kept) return kept;

    const looking = this.#look(request, name);
    let looked: Looked | undefined;
    if (looking && freshMs > 0) {
      looked = await this.#waitForRedis(looking, signal);
      if (signal.aborted) return this.#afterLeaving(request, name);
      const found = this.#fresh(request, name);
      if (found) return found;
    }

    const flight = this.#flights.join(name, reachOf(request), (running) => this.#fly(request, name, looked, running));
    const waited = await waitFor(flight.landing, signal);
    if (waited.kind === 'left') {
      this.#flights.leave(name, flight, waited.reason);
      return this.#afterLeaving(request, name);
    }
    if (waited.kind === 'failed') {
      // A value that is never fresh was looked for beside the load, not before it.
      if (looking && freshMs === 0) await this.#waitForRedis(looking, signal);
      return this.#standIn(request, name, waited.error);
    }
    if (waited.value === 'elsewhere') return this.#serve(request, name);
    return { status: 'loaded', value: waited.value() };
  }

  #fresh(request: FetchRequest<unknown>, name: string): Fetched<unknown> | undefined {
    const known = this.#younger(request.freshMs, request, name);
    return known && { status: 'fresh', ...known };
  }

  /** The caller waits no longer. If that is because its time is over, what is kept may stand in. */
  #afterLeaving(request: FetchRequest<unknown>, name: string): Fetched<unknown> {
    const reason: unknown = request.signal.reason;
    if (!(reason instanceof DeadlineExceeded)) throw reason;
    return this.#standIn(request, name, reason);
  }

  #standIn(request: FetchRequest<unknown>, name: string, cause: unknown): Fetched<unknown> {
    if (meaningOf(cause) !== 'outage') throw cause;
    const known = this.#younger(reachOf(request), request, name);
    if (!known) throw cause;
    // It may have come from another replica while this one was loading.
    return known.ageMs < request.freshMs ? { status: 'fresh', ...known } : { status: 'stale', ...known, cause };
  }

  #younger(maxAgeMs: number, { key }: FetchRequest<unknown>, name: string): KnownValue | undefined {
    return this.#parts.known.youngerThan(maxAgeMs, name, (error) => this.#parts.observer.valueRefused({ key, error }));
  }

  /** Undefined: there is nobody to ask, nothing is to be kept, or a load is under way, which has asked before. */
  #look(request: FetchRequest<unknown>, name: string): Promise<Looked | undefined> | undefined {
    const { shared, clock, known } = this.#parts;
    if (!shared || reachOf(request) === 0 || this.#flights.get(name)) return undefined;
    const { freshMs } = request;
    // What is never served fresh is of no use to those who would wait for it.
    const lease = freshMs > 0 ? { unlessAfter: clock.wallTime() - freshMs, forMs: LEASE_MS } : undefined;
    return this.#lookups.join(name, () => shared.look({ name, known: known.versionOf(name), lease }));
  }

  async #waitForRedis(looking: Promise<Looked | undefined>, page: AbortSignal): Promise<Looked | undefined> {
    const leftMs = this.#waits.left(page);
    if (leftMs === 0) return undefined;
    const stop = this.#waits.start(page);
    // A lookup ends by itself within what a page has at first.
    const bounded = leftMs < LOOKUP_MS ? atMost(looking, leftMs, this.#parts.clock) : looking;
    const waited = await waitFor(bounded, page);
    stop();
    return waited.kind === 'done' ? waited.value : undefined;
  }

  async #fly(
    request: FetchRequest<unknown>,
    name: string,
    looked: Looked | undefined,
    flight: Flight<Loaded | 'elsewhere'>,
  ): Promise<Loaded | 'elsewhere'> {
    const { shared, clock, random, known, loads } = this.#parts;
    if (shared && looked?.lease === 'taken') {
      const there = await loadedElsewhere({
        clock,
        random,
        look: () => shared.look({ name, known: known.versionOf(name), lease: undefined }),
        isThere: () => (known.ageMsOf(name) ?? Infinity) < request.freshMs,
      });
      if (there) return 'elsewhere';
    }
    return loads.run(name, request, flight);
  }
}

/** The age beyond which a value is of no use (RFC 5861: the window begins where the fresh time ends). */
const reachOf = ({ freshMs, staleIfErrorMs }: FetchRequest<unknown>): number => freshMs + staleIfErrorMs;
