import { setImmediate } from 'node:timers';
import type { Clock, Timer } from '@bff/clock';

interface PendingTimer {
  readonly dueAt: number;
  readonly callback: () => void;
}

export interface VirtualClockOptions {
  /** Where `wallTime()` starts, in ms since the Unix epoch. Default 2026-01-01T00:00:00Z, so that dates are stable. */
  wallTime?: number;
}

/**
 * How many turns of the event loop `settle` waits. A promise chain needs none of them; what crosses into Node's own
 * queues (streams, `setImmediate`) needs one each, and three deep is as deep as the code under test goes.
 */
const TURNS = 3;

/**
 * A clock that stands still until a test moves it. `now()` starts at 0, because a bug such as `if (openedAt)` shows
 * only there.
 *
 * Only what takes its time from the injected `Clock` is driven by it; sockets and `setTimeout` are not.
 */
export class VirtualClock implements Clock {
  #now = 0;
  #wallTime: number;
  /** In the order in which they were set, which decides between timers that are due at the same time. */
  readonly #timers = new Set<PendingTimer>();

  constructor({ wallTime = Date.UTC(2026, 0, 1) }: VirtualClockOptions = {}) {
    this.#wallTime = wallTime;
  }

  now(): number {
    return this.#now;
  }

  wallTime(): number {
    return this.#wallTime;
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const timer = { dueAt: this.#now + Math.max(0, delayMs), callback };
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  }

  /** How many timers are set and have neither fired nor been cancelled. 0 at the end of a test means none was leaked. */
  get pendingTimers(): number {
    return this.#timers.size;
  }

  /**
   * Moves time on and fires every timer that falls due, in order, also those set by a timer on the way. Promise chains
   * do not run in between: what a chain sets up after its next `await` is not seen. Use `advanceBy` for those.
   */
  advance(ms: number): void {
    const end = this.#endAfter(ms);
    for (let timer = this.#nextDue(end); timer; timer = this.#nextDue(end)) this.#fire(timer);
    this.#moveTo(end);
  }

  /** Like `advance`, but lets promise chains settle before the first timer, after each, and at the end. */
  async advanceBy(ms: number): Promise<void> {
    const end = this.#endAfter(ms);
    await this.settle();
    for (let timer = this.#nextDue(end); timer; timer = this.#nextDue(end)) {
      this.#fire(timer);
      await this.settle();
    }
    this.#moveTo(end);
    await this.settle();
  }

  /** Lets everything run that can run without time passing: all microtasks, and a few turns of the event loop. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** Steps the wall clock alone, as NTP or an operator would; negative steps it back. `now()` and timers do not notice. */
  stepWallTime(ms: number): void {
    this.#wallTime += ms;
  }

  #endAfter(ms: number): number {
    if (!(ms >= 0)) throw new RangeError(`time moves forward only, got ${ms} ms; stepWallTime can go back`);
    return this.#now + ms;
  }

  #nextDue(end: number): PendingTimer | undefined {
    let next: PendingTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.dueAt <= end && (!next || timer.dueAt < next.dueAt)) next = timer;
    }
    return next;
  }

  #fire(timer: PendingTimer): void {
    this.#timers.delete(timer);
    this.#moveTo(timer.dueAt);
    timer.callback();
  }

  #moveTo(now: number): void {
    // While `advanceBy` waits, a test may have advanced the clock further: never go back.
    if (now <= this.#now) return;
    this.#wallTime += now - this.#now;
    this.#now = now;
  }
}
