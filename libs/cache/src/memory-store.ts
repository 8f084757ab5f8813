import type { Clock } from '@bff/clock';
import { LRUCache } from 'lru-cache';
import type { Entry } from './entry.ts';
import { supersedes } from './version.ts';

/** An entry as this process knows it. */
export interface Kept extends Entry {
  /** When its load began, on the monotonic clock: its age does not jump with the date. */
  readonly bornAt: number;
  readonly keptUntil: number;
}

/** What an entry costs beside its text: the record, the map's slots, the name. Measured as about 250 bytes. */
const ENTRY_BYTES = 300;

/**
 * The last used entries of this process, up to a number of bytes. Texts are counted with two bytes a character, the most
 * that V8 takes, so the real use stays below the limit.
 *
 * lru-cache finds what was used last and keeps to the size. Its own time to live is not used: it has a clock of its own.
 */
export class MemoryStore {
  readonly #clock: Clock;
  readonly #entries: LRUCache<string, Kept>;
  readonly maxBytes: number;

  constructor({ clock, maxBytes }: { clock: Clock; maxBytes: number }) {
    this.#clock = clock;
    this.maxBytes = maxBytes;
    this.#entries = new LRUCache<string, Kept>({
      maxSize: maxBytes,
      sizeCalculation: ({ payload = '' }, name) => ENTRY_BYTES + 2 * (payload.length + name.length),
    });
  }

  /** The entry, also one that tells of a removal. Counts as a use. */
  read(name: string): Kept | undefined {
    const kept = this.#entries.get(name);
    if (kept === undefined || kept.keptUntil > this.#clock.now()) return kept;
    this.#entries.delete(name);
    return undefined;
  }

  /** Keeps it for `keepMs`, unless something newer is there. `bornAt` is on the monotonic clock. */
  write(name: string, { version, payload }: Entry, times: { bornAt: number; keepMs: number }): 'stored' | 'older' {
    const kept = this.read(name);
    if (!supersedes(version, kept?.version, this.#clock.wallTime())) return 'older';
    const keptUntil = this.#clock.now() + times.keepMs;
    this.#entries.set(name, { version, payload, bornAt: times.bornAt, keptUntil });
    return 'stored';
  }

  forget(name: string): void {
    this.#entries.delete(name);
  }

  get entries(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }
}
