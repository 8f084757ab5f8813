import type { Clock } from '@bff/clock';
import type { CacheObserver } from './cache-observer.ts';
import { decode } from './codec.ts';
import type { Flight } from './flights.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { KnownValues } from './known-values.ts';
import { meaningOf } from './load-error.ts';
import type { FetchRequest } from './section-cache.ts';
import type { VersionSource } from './version.ts';
import type { Writes } from './writes.ts';

export interface LoadsOptions {
  readonly clock: Clock;
  readonly writes: Writes;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
  readonly known: KnownValues;
  readonly nextVersion: VersionSource;
}

/** Gives each caller a value of its own: the loaded one to the first, copies to the others. */
export type Loaded = () => unknown;

/** Runs one load and keeps what comes of it. Version and age count from its beginning. */
export class Loads {
  readonly #options: LoadsOptions;

  constructor(options: LoadsOptions) {
    this.#options = options;
  }

  /** The flight's `keepMs` is read at the end, as callers that join meanwhile may want the value longer. */
  async run(name: string, { key, load }: FetchRequest<unknown>, flight: Flight<unknown>): Promise<Loaded> {
    const { clock, writes, shared, observer, known, nextVersion } = this.#options;
    const version = nextVersion(known.versionOf(name));
    const startedAt = clock.now();
    const ended = (outcome: 'ok' | 'failed'): void =>
      observer.loadEnded({ key, outcome, durationMs: clock.now() - startedAt });
    try {
      const value = await load(flight.abandoned.signal);
      ended('ok');
      const payload = writes.encoded(value, key);
      const isKept = payload !== undefined && writes.keep(name, { version, payload, bornAt: startedAt }, flight.keepMs);
      if (!isKept) shared?.release(name);
      return copiesOf(value, payload);
    } catch (error) {
      ended('failed');
      if (meaningOf(error) === 'answer') writes.remove(name, version, startedAt);
      else shared?.release(name);
      throw error;
    }
  }
}

/** A value that cannot be encoded cannot be copied either: all get the same. */
function copiesOf(value: unknown, payload: string | undefined): Loaded {
  let taken = false;
  return () => {
    if (taken && payload !== undefined) return decode(payload);
    taken = true;
    return value;
  };
}
