import type { CallWindow } from './recorded-calls.ts';
import type { RecordedCall } from './call-ring.ts';
import { leavesNoGap } from './call-end.ts';

/**
 * Which pages of a window go without something of the service: a call of theirs was refused in the play, or none of its
 * attempts was answered. The record does not say which attempts are of one call: a second attempt is taken to make up for
 * one failed attempt of the same page.
 */
export class PageGaps {
  readonly #first: number;
  readonly #refused: Uint8Array;
  readonly #unanswered: Int32Array;

  constructor({ firstPage, pages }: CallWindow) {
    this.#first = firstPage;
    this.#refused = new Uint8Array(pages);
    this.#unanswered = new Int32Array(pages);
  }

  /** The play's circuit let no call go out. A page that began before the window has no place here and is ignored. */
  refused({ page }: RecordedCall): void {
    this.#refused[page - this.#first] = 1;
  }

  /** It let one go out, which ended like this. How one would have ended that was refused for real, nobody knows. */
  admitted({ page, end, attempt }: RecordedCall): void {
    const place = page - this.#first;
    const before = this.#unanswered[place];
    if (before === undefined || end === 'DOWNSTREAM_CIRCUIT_OPEN') return;
    this.#unanswered[place] = before + (leavesNoGap(end) ? 0 : 1) - (attempt > 1 ? 1 : 0);
  }

  get count(): number {
    return this.#refused.reduce(
      (count, refused, place) => count + (refused === 1 || (this.#unanswered[place] ?? 0) > 0 ? 1 : 0),
      0,
    );
  }
}
