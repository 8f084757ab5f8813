import type { ConsoleState, History } from '../../../src/wire/index.ts';
import { keepShared } from './keep-shared.ts';
import { hasGap, mergeHistory } from './merge-history.ts';

/** What the page knows. */
export interface Known {
  readonly state: ConsoleState | null;
  readonly history: History | null;
  /** `lost`: what is known is from before. */
  readonly link: 'connecting' | 'live' | 'lost';
  /** Browser time in ms at which the last frame came. */
  readonly heardAt: number | null;
  /** How far the console's clock is ahead of the browser's, in ms. Times on the page are told by the console's. */
  readonly aheadMs: number;
}

/** The console sends a frame every 5 s at least; this long without one means that the line is dead, whatever TCP says. */
const SILENCE_MS = 12_000;
/** Wait before the line is tried again. The console is one process on the same machine or network: no need to go easier. */
const RETRY_MS = 1_000;

/** Holds the line to the console, and what came over it. */
export class Feed {
  #known: Known = { state: null, history: null, link: 'connecting', heardAt: null, aheadMs: 0 };
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isFetching = false;

  readonly known = (): Known => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Opens the line, and keeps opening it whenever it is lost. */
  open(): void {
    const source = new EventSource('api/events');
    this.#source = source;
    source.addEventListener('state', ({ data }: MessageEvent<string>) => this.#take(JSON.parse(data) as ConsoleState));
    source.addEventListener('error', () => this.#lose());
    this.#waitAtMost(SILENCE_MS, () => this.#lose());
  }

  /** Tries now instead of when the wait is over. */
  readonly retry = (): void => {
    this.#source?.close();
    this.open();
  };

  #take(next: ConsoleState): void {
    this.#waitAtMost(SILENCE_MS, () => this.#lose());
    const { state, history } = this.#known;
    const { newest } = next;
    const heardAt = Date.now();
    const isNew = (newest.times.at(-1) ?? 0) > (history?.times.at(-1) ?? 0);
    if (history === null || hasGap(history, newest)) void this.#fetchHistory();
    this.#set({
      state: keepShared(state, next),
      history: history === null ? newest : isNew ? mergeHistory(history, newest) : history,
      link: 'live',
      heardAt,
      aheadMs: Date.parse(next.at) - heardAt,
    });
  }

  #lose(): void {
    this.#source?.close();
    this.#set({ link: 'lost' });
    this.#waitAtMost(RETRY_MS, () => this.open());
  }

  async #fetchHistory(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      const response = await fetch('api/history');
      if (!response.ok) return;
      const whole = (await response.json()) as History;
      const newest = this.#known.state?.newest;
      this.#set({ history: newest === undefined ? whole : mergeHistory(whole, newest) });
    } catch {
      // The line is lost too, and says so.
    } finally {
      this.#isFetching = false;
    }
  }

  #waitAtMost(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }

  #set(change: Partial<Known>): void {
    this.#known = { ...this.#known, ...change };
    for (const listener of this.#listeners) listener();
  }
}
