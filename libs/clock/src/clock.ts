/** Ends a pending timer. Calling it twice, or after the timer fired, does nothing. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time for anything that measures or waits.
 *
 * Monotonic: it never jumps when the wall clock is stepped, so a breaker cannot stay open for an hour because NTP moved
 * the date. Injected, so that tests drive it (`VirtualClock` in `@bff/testing`). Dates that a person or another system
 * reads (log times, token expiry, `createdAt`) are wall-clock time and come from `wallTime`.
 */
export interface Clock {
  /** Milliseconds since an arbitrary start. Only differences mean anything. */
  now(): number;
  /** Milliseconds since the Unix epoch. Never subtract two of these to measure a duration. */
  wallTime(): number;
  /** Calls `callback` once, `delayMs` from now. Holds the process open; see `systemClock` for the upper bound. */
  setTimer(delayMs: number, callback: () => void): Timer;
}

/** Node turns a longer delay into 1 ms; a timer that would fire at once is worse than one that fires early. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The process's own clock: `performance.now()`, `Date.now()` and `setTimeout`. Delays are cut at 2^31 - 1 ms. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  setTimer(delayMs, callback) {
    const handle = setTimeout(callback, Math.min(delayMs, LONGEST_DELAY_MS));
    return { cancel: () => clearTimeout(handle) };
  },
};
