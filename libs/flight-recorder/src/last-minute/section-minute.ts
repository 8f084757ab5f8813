import { sectionCodes } from '@bff/errors';
import type { RecordedSection } from '@bff/observability';
import { type Quantiles, Durations } from './durations.ts';
import { SLICES, Slices } from './slices.ts';

/** One section of a page in the last minute. Times are since the request of the page was read. */
export interface SectionReport {
  readonly section: string;
  readonly ok: number;
  readonly stale: number;
  readonly failed: number;
  /** Of those that are stale or failed. */
  readonly codes: Readonly<Record<string, number>>;
  readonly startMs: Quantiles;
  readonly endMs: Quantiles;
}

/** What is counted: how sections ended, and then each code. A code that is not of the list counts for none. */
const counted = ['ok', 'stale', 'failed', ...sectionCodes];
const places = new Map(counted.map((name, place) => [name, place]));

/** What is remembered of one section: 32 KiB. */
export class SectionMinute {
  readonly #counts = new Uint32Array(SLICES * counted.length);
  readonly #startMs = new Durations();
  readonly #endMs = new Durations();
  readonly #slices = new Slices((slot) => this.#clear(slot));

  /** The newest slice in which it ended. */
  get newest(): number {
    return this.#slices.newest;
  }

  add(slice: number, { status, code, startMs, endMs }: RecordedSection): void {
    const slot = this.#slices.slotFor(slice);
    if (slot === undefined) return;
    this.#count(slot, status);
    if (code !== undefined) this.#count(slot, code);
    this.#startMs.add(slot, startMs);
    this.#endMs.add(slot, endMs);
  }

  report(section: string, slice: number): SectionReport {
    const slots = this.#slices.slotsUntil(slice);
    const sum = (name: string): number =>
      slots.reduce((total, slot) => total + (this.#counts[this.#placeOf(slot, name)] ?? 0), 0);
    const codes = sectionCodes.map((code) => [code, sum(code)] as const).filter(([, count]) => count > 0);
    return {
      section,
      ok: sum('ok'),
      stale: sum('stale'),
      failed: sum('failed'),
      codes: Object.fromEntries(codes),
      startMs: this.#startMs.quantiles(slots),
      endMs: this.#endMs.quantiles(slots),
    };
  }

  #count(slot: number, name: string): void {
    const at = this.#placeOf(slot, name);
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  /** Of a name that is not counted it is -1, where a typed array ignores what is written. */
  #placeOf(slot: number, name: string): number {
    const place = places.get(name);
    return place === undefined ? -1 : slot * counted.length + place;
  }

  #clear(slot: number): void {
    this.#counts.fill(0, slot * counted.length, (slot + 1) * counted.length);
    this.#startMs.clear(slot);
    this.#endMs.clear(slot);
  }
}
