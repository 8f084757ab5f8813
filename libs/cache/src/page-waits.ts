import type { Clock } from '@bff/clock';
import { LOOKUP_MS } from './guarded-store.ts';

interface Waiting {
  /** Lookups that the page waits for now. */
  pending: number;
  /** Since when there is one. */
  since: number;
  spentMs: number;
}

/**
 * Counts what each page has waited for Redis, so that it is 25 ms in all and not 25 ms for each of its sections that
 * follow one another. A page is known by its signal. Time in which several of its lookups are under way counts once.
 */
export class PageWaits {
  readonly #clock: Clock;
  readonly #pages = new WeakMap<AbortSignal, Waiting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds that the page may still wait. */
  left(page: AbortSignal): number {
    const waiting = this.#pages.get(page);
    if (waiting === undefined) return LOOKUP_MS;
    const running = waiting.pending > 0 ? this.#clock.now() - waiting.since : 0;
    return Math.max(0, LOOKUP_MS - waiting.spentMs - running);
  }

  /** Counts the time until the given function is called. */
  start(page: AbortSignal): () => void {
    const waiting = this.#pages.get(page) ?? { pending: 0, since: 0, spentMs: 0 };
    this.#pages.set(page, waiting);
    if (waiting.pending === 0) waiting.since = this.#clock.now();
    waiting.pending += 1;
    return () => {
      waiting.pending -= 1;
      if (waiting.pending === 0) waiting.spentMs += this.#clock.now() - waiting.since;
    };
  }
}
