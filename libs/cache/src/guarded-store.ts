import type { Clock } from '@bff/clock';
import type { CacheObserver, LookupOutcome } from './cache-observer.ts';
import type { RedisSnapshot } from './cache-snapshot.ts';
import { type Entry, LARGEST_PAYLOAD } from './entry.ts';
import { type Admission, NodeBreakers } from './node-breakers.ts';
import type { Looked, LookRequest, SharedStore } from './shared-store.ts';

/** What a lookup may take. A healthy Redis answers within 1 ms; whoever waits for a page does not notice 25. */
export const LOOKUP_MS = 25;
/**
 * Lookups that may be under way, also those that nobody waits for any more: what a store that hangs may hold of this
 * process's memory. A burst of a thousand cold keys stays below it: three pages of 300 at once. What is beyond is loaded
 * without asking.
 */
const MOST_LOOKUPS = 1024;
/**
 * The same for writes, and as many: keys that are looked up together are loaded together and written in one go. One that
 * is dropped leaves its lease as well, so that other replicas wait 200 ms for what they will not get.
 */
const MOST_WRITES = 1024;
/** What those writes hold is their values. Counted as in memory; enough for 16 of the largest, or 1024 of 16,000 characters. */
const MOST_WRITE_BYTES = 32 * 1024 * 1024;
/** What `close` lets pending writes take. */
const CLOSE_MS = 250;

interface GuardedStoreOptions {
  readonly store: SharedStore;
  readonly clock: Clock;
  readonly observer: Required<CacheObserver>;
  readonly nodeChanged: (node: string, state: 'used' | 'skipped') => void;
  /** Told of every answer, also one that comes too late for who asked. */
  readonly answered: (request: LookRequest, looked: Looked) => void;
}

/**
 * A shared store that cannot harm a page, whatever the store does: it never rejects, a lookup takes 25 ms at most, a node
 * that failed three times in a row is skipped for a second, what is under way is bounded, and nobody waits for a write.
 */
export class GuardedStore {
  readonly #options: GuardedStoreOptions;
  readonly #breakers: NodeBreakers;
  #lookups = 0;
  #writes = 0;
  #writeBytes = 0;
  #closed: Promise<void> | undefined;
  #isLost = false;
  #idle: (() => void) | undefined;

  constructor(options: GuardedStoreOptions) {
    this.#options = options;
    this.#breakers = new NodeBreakers(options.clock, options.nodeChanged);
  }

  /** Undefined: the store was not asked or did not say, and the caller goes on without it. */
  async look(request: LookRequest): Promise<Looked | undefined> {
    const { store } = this.#options;
    if (this.#closed) return undefined;
    this.#tellOfConnection();
    // Asking would fail, at once and for certain: that is no sign that it will fail once there is a connection.
    if (!store.connected) return this.#told('skipped');
    const node = store.nodeOf(request.name);
    if (this.#lookups >= MOST_LOOKUPS) return this.#told('overloaded');
    const admission = this.#breakers.admit(node);
    if (admission === 'skip') return this.#told('skipped');
    const looked = this.#lookWithin(request, node, admission);
    return admission === 'probe' ? this.#told('skipped') : looked;
  }

  /** Nobody waits for it. What is not written is loaded, or put there, again. */
  write(name: string, entry: Entry, keepMs: number, olderThanKept: () => void): void {
    const length = entry.payload?.length ?? 0;
    const bytes = 2 * length;
    if (!this.#mayWrite(name, bytes) || length > LARGEST_PAYLOAD) {
      this.#options.observer.storeWritten({ store: 'redis', outcome: 'dropped' });
      return;
    }
    void this.#writing(bytes, async () => {
      const outcome = await this.#options.store.write(name, entry, keepMs);
      this.#options.observer.storeWritten({ store: 'redis', outcome });
      if (outcome === 'older') olderThanKept();
    });
  }

  /** Gives a lease back. Nobody waits for it either: a lease that is not given back ends by itself. */
  release(name: string): void {
    if (this.#mayWrite(name, 0)) void this.#writing(0, () => this.#options.store.release(name), 'silent');
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (this.#writes > 0) {
      await new Promise<void>((resolve) => {
        const timer = this.#options.clock.setTimer(CLOSE_MS, resolve);
        this.#idle = () => {
          timer.cancel();
          resolve();
        };
      });
    }
    this.#options.store.close();
  }

  get snapshot(): RedisSnapshot {
    return {
      connected: this.#options.store.connected,
      lookupsInFlight: this.#lookups,
      writesInFlight: this.#writes,
      skippedNodes: this.#breakers.skipped,
    };
  }

  #lookWithin(request: LookRequest, node: string, admission: Admission): Promise<Looked | undefined> {
    const { clock } = this.#options;
    const startedAt = clock.now();
    return new Promise((resolve) => {
      let inTime = true;
      const end = (outcome: LookupOutcome, looked?: Looked): void => {
        if (!inTime) return;
        inTime = false;
        timer.cancel();
        if (looked) this.#breakers.succeeded(node, admission);
        else this.#breakers.failed(node, admission, startedAt);
        this.#told(outcome, clock.now() - startedAt);
        resolve(looked);
      };
      // When this process was busy, the answer may lie there unread: Node fires timers before it reads. One turn later it
      // has been read.
      const timer = clock.setTimer(LOOKUP_MS, () => setImmediate(() => end('timeout')));
      void this.#ask(request, end);
    });
  }

  async #ask(request: LookRequest, end: (outcome: LookupOutcome, looked?: Looked) => void): Promise<void> {
    this.#lookups += 1;
    try {
      const looked = await this.#options.store.look(request);
      this.#options.answered(request, looked);
      end(looked.entry === undefined ? 'missing' : 'found', looked);
    } catch {
      end('error');
    } finally {
      this.#lookups -= 1;
    }
  }

  #mayWrite(name: string, bytes: number): boolean {
    const { store } = this.#options;
    if (this.#closed || !store.connected) return false;
    if (this.#writes >= MOST_WRITES || this.#writeBytes + bytes > MOST_WRITE_BYTES) return false;
    return !this.#breakers.isSkipped(store.nodeOf(name));
  }

  /** Writes move no breaker: a Redis that is full or read-only refuses them, and what it holds can still be read. */
  async #writing(bytes: number, write: () => Promise<void>, failure: 'silent' | 'told' = 'told'): Promise<void> {
    this.#writes += 1;
    this.#writeBytes += bytes;
    try {
      await write();
    } catch {
      if (failure === 'told') this.#options.observer.storeWritten({ store: 'redis', outcome: 'failed' });
    } finally {
      this.#writes -= 1;
      this.#writeBytes -= bytes;
      if (this.#writes === 0) this.#idle?.();
    }
  }

  /** Not while the first connection is being made. */
  #tellOfConnection(): void {
    const { store, nodeChanged } = this.#options;
    const isLost = !store.connected && store.trouble !== undefined;
    if (isLost === this.#isLost || (!isLost && !store.connected)) return;
    this.#isLost = isLost;
    nodeChanged('redis', isLost ? 'skipped' : 'used');
  }

  #told(outcome: LookupOutcome, durationMs = 0): undefined {
    this.#options.observer.redisLookedUp({ outcome, durationMs });
    return undefined;
  }
}
