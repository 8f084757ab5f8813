import { BINS, binOf, middleOf } from './duration-bins.ts';
import { SLICES } from './slices.ts';

/** In ms, to a tenth. Null when there is nothing to say it of. */
export interface Quantiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

const MOST = 2 ** 16 - 1;

/**
 * Durations counted in bins, by slot: 16 KiB, two writes for each duration, and nothing is sorted or kept singly. Quantiles
 * are at most 1.6 % off, and never outside of what was there, so that a page which was ended at its budget is not shown
 * beyond it.
 */
export class Durations {
  /** A bin that is full counts no further: 13,000 a second of one duration. */
  readonly #counts = new Uint16Array(SLICES * BINS);
  readonly #shortest = new Float32Array(SLICES);
  readonly #longest = new Float32Array(SLICES);

  constructor() {
    for (let slot = 0; slot < SLICES; slot += 1) this.clear(slot);
  }

  add(slot: number, ms: number): void {
    const at = slot * BINS + binOf(ms);
    const count = this.#counts[at] ?? 0;
    if (count < MOST) this.#counts[at] = count + 1;
    if (ms < (this.#shortest[slot] ?? 0)) this.#shortest[slot] = ms;
    if (ms > (this.#longest[slot] ?? 0)) this.#longest[slot] = ms;
  }

  clear(slot: number): void {
    this.#counts.fill(0, slot * BINS, (slot + 1) * BINS);
    this.#shortest[slot] = Infinity;
    this.#longest[slot] = -Infinity;
  }

  /** Of what is in these slots, by the nearest rank. */
  quantiles(slots: readonly number[]): Quantiles {
    const sums = new Uint32Array(BINS);
    let total = 0;
    for (const slot of slots) {
      for (let bin = 0; bin < BINS; bin += 1) {
        const count = this.#counts[slot * BINS + bin] ?? 0;
        sums[bin] = (sums[bin] ?? 0) + count;
        total += count;
      }
    }
    if (total === 0) return { p50: null, p95: null, p99: null };
    const least = Math.min(...slots.map((slot) => this.#shortest[slot] ?? Infinity));
    const most = Math.max(...slots.map((slot) => this.#longest[slot] ?? -Infinity));
    const at = (quantile: number): number =>
      tenths(Math.min(most, Math.max(least, middleOf(binAtRank(sums, Math.ceil(quantile * total))))));
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }
}

/** Milliseconds to a tenth, which is as much as anyone reads. */
export const tenths = (ms: number): number => Math.round(ms * 10) / 10;

function binAtRank(sums: Uint32Array, rank: number): number {
  let seen = 0;
  return sums.findIndex((count) => (seen += count) >= rank);
}
