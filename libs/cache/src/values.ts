import type { Clock } from '@bff/clock';
import type { CacheObserver } from './cache-observer.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { KeyNaming } from './key-name.ts';
import type { KnownValue, KnownValues } from './known-values.ts';
import { Lookups } from './lookups.ts';
import type { ValueCache } from './value-cache.ts';
import type { VersionSource } from './version.ts';
import type { Writes } from './writes.ts';

export interface ValuesOptions {
  readonly clock: Clock;
  readonly nameOf: KeyNaming;
  readonly known: KnownValues;
  readonly writes: Writes;
  readonly shared: GuardedStore | undefined;
  readonly observer: Required<CacheObserver>;
  readonly nextVersion: VersionSource;
}

/** Values that are put there. A value's version is dated by when it was. */
export class Values implements ValueCache {
  readonly #options: ValuesOptions;
  readonly #lookups = new Lookups();

  constructor(options: ValuesOptions) {
    this.#options = options;
  }

  async read<T>(key: readonly string[]): Promise<T | undefined> {
    const { nameOf, known, shared } = this.#options;
    const name = nameOf(key);
    let kept = this.#kept(key, name);
    if (!kept && shared) {
      // Without a lease, which Redis would have to remember for every key that anyone thinks of.
      await this.#lookups.join(name, () => shared.look({ name, known: known.versionOf(name), lease: undefined }));
      kept = this.#kept(key, name);
    }
    // A key names values of one type: whoever wrote it knew which.
    return kept?.value as T | undefined;
  }

  write(key: readonly string[], value: unknown, keepMs: number): void {
    if (!Number.isFinite(keepMs)) throw new RangeError(`a value is kept for a finite time, got ${keepMs} ms`);
    const { clock, nameOf, known, writes, nextVersion } = this.#options;
    const payload = writes.encoded(value, key);
    if (payload === undefined) return;
    const name = nameOf(key);
    const version = nextVersion(known.versionOf(name));
    writes.keep(name, { version, payload, bornAt: clock.now() }, keepMs);
  }

  /** It is in memory for as long as it is to be kept: its age does not matter. */
  #kept(key: readonly string[], name: string): KnownValue | undefined {
    const { known, observer } = this.#options;
    return known.youngerThan(Infinity, name, (error) => observer.valueRefused({ key, error }));
  }
}
