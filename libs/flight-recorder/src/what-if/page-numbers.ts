import type { PageRecord } from '@bff/observability';

const SECOND_MS = 1000;

/**
 * Numbers pages in the order in which something is first heard of them, and remembers from which number on those of each
 * second are. So the pages since any second are counted without remembering any of them.
 */
export class PageNumbers {
  readonly #seconds: Float64Array;
  readonly #firstNumbers: Float64Array;
  readonly #numbers = new WeakMap<PageRecord, number>();
  #second = -1;
  #next = 0;

  /** @param windowMs how far back `firstSince` can look */
  constructor(windowMs: number) {
    const seconds = Math.ceil(windowMs / SECOND_MS) + 1;
    this.#seconds = new Float64Array(seconds).fill(-1);
    this.#firstNumbers = new Float64Array(seconds);
  }

  /** The number that the next page will have. */
  get next(): number {
    return this.#next;
  }

  /** The number of a page of which something happened at this time, on the monotonic clock. */
  numberOf(record: PageRecord, atMs: number): number {
    const known = this.#numbers.get(record);
    if (known !== undefined) return known;
    const number = this.#next;
    this.#next += 1;
    this.#numbers.set(record, number);
    const second = Math.floor(atMs / SECOND_MS);
    // What ended a little earlier may be told a little later.
    if (second > this.#second) {
      this.#second = second;
      const place = second % this.#seconds.length;
      this.#seconds[place] = second;
      this.#firstNumbers[place] = number;
    }
    return number;
  }

  /** The first number of those given in or after the second that this time is in; `next` when there were none since. */
  firstSince(atMs: number): number {
    for (let second = Math.floor(atMs / SECOND_MS); second <= this.#second; second += 1) {
      const place = second % this.#seconds.length;
      if (this.#seconds[place] === second) return this.#firstNumbers[place] ?? this.#next;
    }
    return this.#next;
  }
}
