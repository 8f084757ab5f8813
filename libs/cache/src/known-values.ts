import type { Clock } from '@bff/clock';
import { decode } from './codec.ts';
import type { MemoryStore } from './memory-store.ts';
import type { SharedEntry } from './shared-store.ts';
import { isFromTheFuture, type Version } from './version.ts';

export interface KnownValue {
  readonly value: unknown;
  readonly ageMs: number;
}

/** What this process knows, by its own loads and from other replicas: all that is served from the cache comes from here. */
export class KnownValues {
  readonly #memory: MemoryStore;
  readonly #clock: Clock;

  constructor(memory: MemoryStore, clock: Clock) {
    this.#memory = memory;
    this.#clock = clock;
  }

  /** Undefined: there is no value. */
  ageMsOf(name: string): number | undefined {
    const kept = this.#memory.read(name);
    return kept?.payload === undefined ? undefined : this.#clock.now() - kept.bornAt;
  }

  /**
   * A value younger than `maxAgeMs`, decoded anew for each who asks. One that cannot be decoded is told to `refused` and is
   * a miss, now and later.
   */
  youngerThan(maxAgeMs: number, name: string, refused: (error: unknown) => void): KnownValue | undefined {
    const ageMs = this.ageMsOf(name);
    const payload = this.#memory.read(name)?.payload;
    if (ageMs === undefined || payload === undefined || ageMs >= maxAgeMs) return undefined;
    try {
      return { value: decode(payload), ageMs };
    } catch (error) {
      this.#memory.forget(name);
      refused(error);
      return undefined;
    }
  }

  /** Of the value, or of its removal. */
  versionOf(name: string): Version | undefined {
    return this.#memory.read(name)?.version;
  }

  /**
   * Takes over what another replica stored, if it is newer. Its age so far is told by the wall clocks of the two, and is
   * never below 0.
   */
  learn(name: string, entry: SharedEntry): void {
    const wallTime = this.#clock.wallTime();
    if (isFromTheFuture(entry.version, wallTime)) return;
    const ageMs = Math.max(0, wallTime - entry.version.at);
    this.#memory.write(name, entry, { bornAt: this.#clock.now() - ageMs, keepMs: entry.keepMs });
  }
}
