import type { Clock } from '@bff/clock';
import type { CacheObserver } from './cache-observer.ts';
import { encode } from './codec.ts';
import { LARGEST_PAYLOAD, REMOVAL_KEPT_MS } from './entry.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Version } from './version.ts';

export interface WritesOptions {
  readonly clock: Clock;
  readonly memory: MemoryStore;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
  /** Called when another replica turns out to have stored something newer meanwhile. */
  readonly outdated: (name: string) => void;
}

/** What is kept goes into memory and, without waiting, into Redis. */
export class Writes {
  readonly #options: WritesOptions;

  constructor(options: WritesOptions) {
    this.#options = options;
  }

  /** Undefined: it cannot be kept, which is told to the observer. */
  encoded(value: unknown, key: readonly string[]): string | undefined {
    try {
      return encode(value);
    } catch (error) {
      this.#options.observer.valueRefused({ key, error });
      return undefined;
    }
  }

  /** Keeps it until `wholeMs` after `bornAt`, which is on the monotonic clock. False: it is too late or too large for that. */
  keep(name: string, entry: { version: Version; payload: string; bornAt: number }, wholeMs: number): boolean {
    const { clock, memory, shared, observer, outdated } = this.#options;
    const { version, payload, bornAt } = entry;
    const keepMs = Math.ceil(wholeMs - (clock.now() - bornAt));
    if (keepMs <= 0 || payload.length > LARGEST_PAYLOAD) {
      if (wholeMs > 0) observer.storeWritten({ store: 'memory', outcome: 'dropped' });
      return false;
    }
    observer.storeWritten({ store: 'memory', outcome: memory.write(name, { version, payload }, { bornAt, keepMs }) });
    shared?.write(name, { version, payload }, keepMs, () => outdated(name));
    return true;
  }

  remove(name: string, version: Version, bornAt: number): void {
    const entry = { version, payload: undefined };
    this.#options.memory.write(name, entry, { bornAt, keepMs: REMOVAL_KEPT_MS });
    this.#options.shared?.write(name, entry, REMOVAL_KEPT_MS, () => {});
  }
}
