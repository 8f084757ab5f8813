import type { Clock } from '@bff/clock';
import { LOOKUP_MS } from './guarded-store.ts';
import { atMost, waitFor } from './wait-for.ts';

interface Waiting {
  /** Lookups that the page waits for now. */
  pending: number;
  /** Since when there is one, or was one last. */
  since: number;
  spentMs: number;
}

/** No page lasts as long. A signal that does belongs to something else, which starts over. */
const LONGEST_PAGE_MS = 10_000;

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

  /** What the lookup gives. Undefined: the page has no time left to wait for it, or is over. `looking` never rejects. */
  async wait<T>(looking: Promise<T>, page: AbortSignal): Promise<T | undefined> {
    const leftMs = this.left(page);
    if (leftMs === 0) return undefined;
    const stop = this.start(page);
    // A lookup ends by itself within what a page has at first.
    const bounded = leftMs < LOOKUP_MS ? atMost(looking, leftMs, this.#clock) : looking;
    const waited = await waitFor(bounded, page);
    stop();
    return waited.kind === 'done' ? waited.value : undefined;
  }

  /** Milliseconds that the page may still wait. */
  left(page: AbortSignal): number {
    const { pending, since, spentMs } = this.#of(page);
    const running = pending > 0 ? this.#clock.now() - since : 0;
    return Math.max(0, LOOKUP_MS - spentMs - running);
  }

  /** Counts the time until the given function is called. */
  start(page: AbortSignal): () => void {
    const waiting = this.#of(page);
    this.#pages.set(page, waiting);
    if (waiting.pending === 0) waiting.since = this.#clock.now();
    waiting.pending += 1;
    return () => {
      waiting.pending -= 1;
      if (waiting.pending === 0) waiting.spentMs += this.#clock.now() - waiting.since;
    };
  }

  #of(page: AbortSignal): Waiting {
    const waiting = this.#pages.get(page);
    const isSamePage = waiting && this.#clock.now() - waiting.since < LONGEST_PAGE_MS;
    return isSamePage ? waiting : { pending: 0, since: 0, spentMs: 0 };
  }
}
