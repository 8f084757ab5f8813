import type { Clock } from '@bff/clock';
import type { CacheObserver } from './cache-observer.ts';
import { decode, encode } from './codec.ts';
import { LARGEST_PAYLOAD, REMOVAL_KEPT_MS } from './entry.ts';
import type { Flight } from './flights.ts';
import type { GuardedStore } from './guarded-store.ts';
import { meaningOf } from './load-error.ts';
import type { MemoryStore } from './memory-store.ts';
import type { FetchRequest } from './section-cache.ts';
import type { Version } from './version.ts';

export interface LoadsOptions {
  readonly clock: Clock;
  readonly memory: MemoryStore;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
  readonly nextVersion: () => Version;
  /** Called when another replica turns out to have stored something newer meanwhile. */
  readonly outdated: (name: string) => void;
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
    const { clock, observer, nextVersion } = this.#options;
    const version = nextVersion();
    const startedAt = clock.now();
    const ended = (outcome: 'ok' | 'failed'): void =>
      observer.loadEnded({ key, outcome, durationMs: clock.now() - startedAt });
    try {
      const value = await load(flight.abandoned.signal);
      ended('ok');
      const payload = this.#encoded(value, key);
      if (payload === undefined) this.#options.shared?.release(name);
      else this.#keep(name, { version, payload, bornAt: startedAt }, flight.keepMs);
      return copiesOf(value, payload);
    } catch (error) {
      ended('failed');
      if (meaningOf(error) === 'answer') this.#remove(name, version, startedAt);
      else this.#options.shared?.release(name);
      throw error;
    }
  }

  #keep(name: string, entry: { version: Version; payload: string; bornAt: number }, wholeMs: number): void {
    const { clock, memory, shared, observer, outdated } = this.#options;
    const { version, payload, bornAt } = entry;
    const keepMs = Math.ceil(wholeMs - (clock.now() - bornAt));
    if (keepMs <= 0 || payload.length > LARGEST_PAYLOAD) {
      if (wholeMs > 0) observer.storeWritten({ store: 'memory', outcome: 'dropped' });
      shared?.release(name);
      return;
    }
    observer.storeWritten({ store: 'memory', outcome: memory.write(name, { version, payload }, { bornAt, keepMs }) });
    shared?.write(name, { version, payload }, keepMs, () => outdated(name));
  }

  #remove(name: string, version: Version, bornAt: number): void {
    const entry = { version, payload: undefined };
    this.#options.memory.write(name, entry, { bornAt, keepMs: REMOVAL_KEPT_MS });
    this.#options.shared?.write(name, entry, REMOVAL_KEPT_MS, () => {});
  }

  #encoded(value: unknown, key: readonly string[]): string | undefined {
    try {
      return encode(value);
    } catch (error) {
      this.#options.observer.valueRefused({ key, error });
      return undefined;
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
