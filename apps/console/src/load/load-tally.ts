import type { Clock } from '@bff/clock';
import type { LoadCounts, LoadState } from '../wire/index.ts';
import type { PageEnd } from './page-client.ts';

const SLOT_MS = 1000;

/** What the recent counts are of: so many whole seconds, and the one that runs. */
const RECENT_SLOTS = 5;

type Counts = { -readonly [K in keyof LoadCounts]: number };

interface Slot {
  readonly startedAtMs: number;
  readonly counts: Counts;
  readonly durationsMs: number[];
}

const none = (): Counts => ({ due: 0, whole: 0, partial: 0, failed: 0, noAnswer: 0, notSent: 0 });

const names = { whole: 'whole', partial: 'partial', failed: 'failed', 'no-answer': 'noAnswer' } as const;

/** What came of a load: since its start, and lately. */
export class LoadTally {
  readonly #clock: Clock;
  readonly total: Counts = none();
  #slots: Slot[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  due(): void {
    this.#count('due');
  }

  notSent(): void {
    this.#count('notSent');
  }

  ended(end: PageEnd, tookMs: number): void {
    const slot = this.#count(names[end]);
    if (end !== 'no-answer') slot.durationsMs.push(tookMs);
  }

  recent(): LoadState['recent'] {
    const slots = this.#recentSlots();
    const counts = none();
    for (const slot of slots) for (const name of keysOf(counts)) counts[name] += slot.counts[name];
    const durations = slots.flatMap(({ durationsMs }) => durationsMs).toSorted((a, b) => a - b);
    return { ...counts, p50Ms: at(durations, 0.5), p95Ms: at(durations, 0.95) };
  }

  #count(name: keyof LoadCounts): Slot {
    const slot = this.#slot();
    this.total[name] += 1;
    slot.counts[name] += 1;
    return slot;
  }

  #slot(): Slot {
    const startedAtMs = Math.floor(this.#clock.now() / SLOT_MS) * SLOT_MS;
    const last = this.#slots.at(-1);
    if (last?.startedAtMs === startedAtMs) return last;
    const slot = { startedAtMs, counts: none(), durationsMs: [] };
    this.#slots = [...this.#recentSlots(), slot];
    return slot;
  }

  #recentSlots(): Slot[] {
    const fromMs = this.#clock.now() - (RECENT_SLOTS + 1) * SLOT_MS;
    return this.#slots.filter(({ startedAtMs }) => startedAtMs > fromMs);
  }
}

const keysOf = (counts: Counts): readonly (keyof Counts)[] => Object.keys(counts) as (keyof Counts)[];

/** By nearest rank. */
function at(sorted: readonly number[], quantile: number): number | null {
  return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? null;
}
