import type { CacheSnapshot } from './cache-snapshot.ts';
import type { Fetches } from './fetches.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { MemoryStore } from './memory-store.ts';
import type { FetchRequest, Fetched, SectionCache } from './section-cache.ts';
import type { ValueCache } from './value-cache.ts';

export interface CacheParts {
  readonly memory: MemoryStore;
  readonly shared: GuardedStore | undefined;
  readonly fetches: Fetches;
  readonly values: ValueCache;
}

/** What is loaded and what is put there, over one memory and one Redis. */
export class Cache implements SectionCache, ValueCache {
  readonly #parts: CacheParts;

  constructor(parts: CacheParts) {
    this.#parts = parts;
  }

  fetch<T>(request: FetchRequest<T>): Promise<Fetched<T>> {
    return this.#parts.fetches.fetch(request);
  }

  fetchAll<T>(requests: readonly FetchRequest<T>[]): Promise<PromiseSettledResult<Fetched<T>>[]> {
    return this.#parts.fetches.fetchAll(requests);
  }

  read<T>(key: readonly string[]): Promise<T | undefined> {
    return this.#parts.values.read(key);
  }

  write(key: readonly string[], value: unknown, keepMs: number): void {
    this.#parts.values.write(key, value, keepMs);
  }

  snapshot(): CacheSnapshot {
    const { memory, shared, fetches } = this.#parts;
    const { entries, bytes, maxBytes } = memory;
    return { memory: { entries, bytes, maxBytes }, flights: fetches.flights, redis: shared?.snapshot };
  }

  async close(): Promise<void> {
    await this.#parts.shared?.close();
  }
}
