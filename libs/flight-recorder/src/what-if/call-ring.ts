import { type CallEnd, endOfNumber, numberOfEnd } from './call-end.ts';

/** One attempt of a call, or a call that was not sent. Times are on the monotonic clock. */
export interface RecordedCall {
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly end: CallEnd;
  /** 1 for the first, 0 for a call that was not sent. */
  readonly attempt: number;
  /** The number of its page. */
  readonly page: number;
  /** Higher for a call whose end was told later. */
  readonly order: number;
}

type NewCall = Omit<RecordedCall, 'end' | 'order'> & { readonly end: string };

/** The last calls of one service: 26 bytes each, whatever happens. A new one takes the place of the oldest. */
export class CallRing {
  readonly #capacity: number;
  readonly #startedAtMs: Float64Array;
  readonly #durationMs: Float64Array;
  readonly #page: Float64Array;
  readonly #end: Uint8Array;
  readonly #attempt: Uint8Array;
  /** How many were ever added. */
  #added = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#startedAtMs = new Float64Array(capacity);
    this.#durationMs = new Float64Array(capacity);
    this.#page = new Float64Array(capacity);
    this.#end = new Uint8Array(capacity);
    this.#attempt = new Uint8Array(capacity);
  }

  get size(): number {
    return Math.min(this.#added, this.#capacity);
  }

  /** Whether any call has been forgotten. */
  get overran(): boolean {
    return this.#added > this.#capacity;
  }

  /** An end that is not known is remembered as `aborted`: it says nothing. */
  add({ startedAtMs, durationMs, end, attempt, page }: NewCall): void {
    const place = this.#added % this.#capacity;
    this.#startedAtMs[place] = startedAtMs;
    this.#durationMs[place] = durationMs;
    this.#page[place] = page;
    this.#end[place] = numberOfEnd(end);
    this.#attempt[place] = attempt;
    this.#added += 1;
  }

  /** Those that are remembered, the one that was added first, first. */
  *[Symbol.iterator](): Generator<RecordedCall> {
    for (let order = this.#added - this.size; order < this.#added; order += 1) {
      const place = order % this.#capacity;
      yield {
        startedAtMs: this.#startedAtMs[place] ?? 0,
        durationMs: this.#durationMs[place] ?? 0,
        end: endOfNumber(this.#end[place] ?? 0),
        attempt: this.#attempt[place] ?? 0,
        page: this.#page[place] ?? 0,
        order,
      };
    }
  }
}
