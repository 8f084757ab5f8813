import type { Clock } from '@bff/clock';
import type { ExposedSeries } from '@bff/observability';
import type { Counted } from './counted.ts';
import { type Increment, incrementsBetween } from './increments.ts';
import type { Buckets } from './quantile.ts';

/** What rates and quantiles are of. */
const WINDOW_MS = 5000;

interface Step {
  readonly endedAtMs: number;
  readonly tookMs: number;
  readonly increments: readonly Increment[];
}

type Labels = Readonly<Record<string, string>>;

/** What one process counted in the last five seconds. It needs two readings to say anything. */
export class RateWindow {
  readonly #clock: Clock;
  #last: { readonly counted: Counted; readonly atMs: number } | undefined;
  #steps: Step[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(counted: Counted): void {
    const atMs = this.#clock.now();
    const last = this.#last;
    this.#last = { counted, atMs };
    if (last === undefined || atMs <= last.atMs) return;
    const increments = incrementsBetween(last.counted, counted);
    this.#steps.push({ endedAtMs: atMs, tookMs: atMs - last.atMs, increments });
    this.#steps = this.#steps.filter(({ endedAtMs }) => endedAtMs > atMs - WINDOW_MS);
  }

  /** After a gap: the next reading is the first again. */
  clear(): void {
    this.#last = undefined;
    this.#steps = [];
  }

  /** False: nothing can be said yet. */
  get known(): boolean {
    return this.#steps.length > 0;
  }

  /** Of the last reading. */
  gauges(name: string): readonly ExposedSeries[] {
    return this.#last?.counted.gauges.filter((series) => series.name === name) ?? [];
  }

  /** A second, of all series of a name that have these labels. */
  rate(name: string, labels: Labels = {}): number {
    return sumOf(this.#matching(name, labels)) / this.#seconds;
  }

  /** The same by the values of one label. */
  rates(label: string, name: string, labels: Labels = {}): ReadonlyMap<string, number> {
    return this.#by(label, name, labels, this.#seconds);
  }

  /** What a histogram counted, with the buckets that nothing fell into: where a bucket begins is where the last one ends. */
  buckets(name: string, labels: Labels = {}): Buckets {
    const all = this.#last?.counted.counters.filter((series) => series.name === name) ?? [];
    const empty = all.map((series): [string, number] => [series.labels['le'] ?? '', 0]);
    return new Map([...empty, ...this.#by('le', name, labels, 1)]);
  }

  get #seconds(): number {
    return this.#steps.reduce((sum, { tookMs }) => sum + tookMs, 0) / 1000 || Number.POSITIVE_INFINITY;
  }

  #by(label: string, name: string, labels: Labels, divisor: number): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const increment of this.#matching(name, labels)) {
      const key = increment.labels[label] ?? '';
      sums.set(key, (sums.get(key) ?? 0) + increment.by / divisor);
    }
    return sums;
  }

  #matching(name: string, labels: Labels): readonly Increment[] {
    const entries = Object.entries(labels);
    return this.#steps.flatMap(({ increments }) =>
      increments.filter(
        (increment) => increment.name === name && entries.every(([label, value]) => increment.labels[label] === value),
      ),
    );
  }
}

const sumOf = (increments: readonly Increment[]): number => increments.reduce((sum, { by }) => sum + by, 0);
