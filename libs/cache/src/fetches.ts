import type { Clock } from '@bff/clock';
import { DeadlineExceeded } from '@bff/errors';
import type { CacheObserver } from './cache-observer.ts';
import { type Flight, Flights } from './flights.ts';
import type { GuardedStore } from './guarded-store.ts';
import { type JointStart, startJointly } from './joint-start.ts';
import type { KeyNaming } from './key-name.ts';
import type { KnownValue, KnownValues } from './known-values.ts';
import { meaningOf } from './load-error.ts';
import type { Loaded, Loads } from './loads.ts';
import { Lookups } from './lookups.ts';
import { LEASE_MS, loadedElsewhere } from './other-replica.ts';
import { PageWaits } from './page-waits.ts';
import type { FetchRequest, Fetched } from './section-cache.ts';
import type { Looked } from './shared-store.ts';
import { waitFor } from './wait-for.ts';

export interface FetchesOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly nameOf: KeyNaming;
  readonly known: KnownValues;
  readonly loads: Loads;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
}

/** What a load lands with. `elsewhere`: another replica has loaded the value, and it is in memory now. */
type Landed = Loaded | 'elsewhere';

/** The course of a fetch, alone or together with others; what each step does is in the parts. */
export class Fetches {
  readonly #options: FetchesOptions;
  readonly #flights: Flights<Landed>;
  readonly #lookups = new Lookups();
  readonly #waits: PageWaits;

  constructor(options: FetchesOptions) {
    this.#options = options;
    this.#flights = new Flights(options.clock);
    this.#waits = new PageWaits(options.clock);
  }

  fetch<T>(request: FetchRequest<T>): Promise<Fetched<T>> {
    return startJointly((start) => this.#fetch(request, start));
  }

  fetchAll<T>(requests: readonly FetchRequest<T>[]): Promise<PromiseSettledResult<Fetched<T>>[]> {
    return startJointly((start) => Promise.allSettled(requests.map((request) => this.#fetch(request, start))));
  }

  /** Loads under way. */
  get flights(): number {
    return this.#flights.size;
  }

  async #fetch<T>(request: FetchRequest<T>, start: JointStart): Promise<Fetched<T>> {
    const { key, signal } = request;
    try {
      const fetched = await this.#serve(request, this.#options.nameOf(key), start);
      const { status: outcome } = fetched;
      this.#options.observer.fetchEnded({ key, outcome, ...(outcome !== 'loaded' && { ageMs: fetched.ageMs }) });
      // A key names values of one type: what was stored under it was loaded by a request like this one.
      return fetched as Fetched<T>;
    } catch (error) {
      const left = signal.aborted && error === signal.reason && !(error instanceof DeadlineExceeded);
      const outcome = left ? 'aborted' : meaningOf(error) === 'answer' ? 'answer' : 'failed';
      this.#options.observer.fetchEnded({ key, outcome });
      throw error;
    }
  }

  async #serve(request: FetchRequest<unknown>, name: string, start: JointStart): Promise<Fetched<unknown>> {
    const { signal, freshMs } = request;
    if (signal.aborted) return this.#afterLeaving(request, name);
    const kept = this.#fresh(request, name);
    if (kept) return kept;

    const looking = this.#look(request, name);
    const lookup = looking && freshMs > 0 ? this.#waits.wait(looking, signal) : undefined;
    // A load that is under way is joined now: it may have ended, and failed, when the others have looked.
    const next = this.#flights.get(name)
      ? this.#join(request, name, start)
      : await start.join(lookup, (looked) => this.#afterLookup(request, name, start, looked));
    if ('status' in next) return next;

    const waited = await waitFor(next.landing, signal);
    if (waited.kind === 'left') {
      this.#flights.leave(name, next, waited.reason);
      return this.#afterLeaving(request, name);
    }
    if (waited.kind === 'failed') {
      // A value that is never fresh was looked for beside the load, not before it.
      if (looking && freshMs === 0) await this.#waits.wait(looking, signal);
      return this.#standIn(request, name, waited.error);
    }
    if (waited.value === 'elsewhere') return startJointly((alone) => this.#serve(request, name, alone));
    return { status: 'loaded', value: waited.value() };
  }

  #fresh(request: FetchRequest<unknown>, name: string): Fetched<unknown> | undefined {
    const known = this.#younger(request.freshMs, request, name);
    return known && { status: 'fresh', ...known };
  }

  /** Time may have passed: what holds now is looked at anew. Starts a load before it returns, if one is needed. */
  #afterLookup(
    request: FetchRequest<unknown>,
    name: string,
    start: JointStart,
    looked: Looked | undefined,
  ): Fetched<unknown> | Flight<Landed> {
    if (request.signal.aborted) return this.#afterLeaving(request, name);
    return this.#fresh(request, name) ?? this.#join(request, name, start, looked);
  }

  #join(request: FetchRequest<unknown>, name: string, start: JointStart, looked?: Looked): Flight<Landed> {
    return this.#flights.join(name, reachOf(request), (flight) =>
      looked?.lease === 'taken'
        ? this.#flyLater(request, name, start.later, flight)
        : this.#options.loads.run(name, request, flight),
    );
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
    const { known, observer } = this.#options;
    return known.youngerThan(maxAgeMs, name, (error) => observer.valueRefused({ key, error }));
  }

  /** Undefined: there is nobody to ask, nothing is to be kept, or a load is under way, which has asked before. */
  #look(request: FetchRequest<unknown>, name: string): Promise<Looked | undefined> | undefined {
    const { shared, clock, known } = this.#options;
    if (!shared || reachOf(request) === 0 || this.#flights.get(name)) return undefined;
    const { freshMs } = request;
    // What is never served fresh is of no use to those who would wait for it.
    const lease = freshMs > 0 ? { unlessAfter: clock.wallTime() - freshMs, forMs: LEASE_MS } : undefined;
    return this.#lookups.join(name, () => shared.look({ name, known: known.versionOf(name), lease }));
  }

  /**
   * Another replica is loading it. What that one brings is served at once; what it does not is loaded when all that the start
   * has to wait for are decided, in one go.
   */
  async #flyLater(
    request: FetchRequest<unknown>,
    name: string,
    later: JointStart,
    flight: Flight<Landed>,
  ): Promise<Landed> {
    const { shared, clock, random, known, loads } = this.#options;
    const abandoned = flight.abandoned.signal;
    const isThere = (): boolean => (known.ageMsOf(name) ?? Infinity) < request.freshMs;
    const look = async () => shared?.look({ name, known: known.versionOf(name), lease: undefined });
    const elsewhere = loadedElsewhere({ clock, random, look, isThere, abandoned });
    const landing = later.join(elsewhere, (there): Landed | Promise<Landed> => {
      // It may have come after this replica had given up on it, while it waited for the others.
      if (there || isThere()) return 'elsewhere';
      abandoned.throwIfAborted();
      return loads.run(name, request, flight);
    });
    return (await elsewhere) ? 'elsewhere' : landing;
  }
}

/** The age beyond which a value is of no use (RFC 5861: the window begins where the fresh time ends). */
const reachOf = ({ freshMs, staleIfErrorMs }: FetchRequest<unknown>): number => freshMs + staleIfErrorMs;
