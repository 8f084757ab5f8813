import type { Clock, Timer } from '@bff/clock';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

/**
 * The time of one schedule. It jumps from timer to timer, and waits for no turn of the event loop: see `drain.ts`.
 *
 * What the code under test sees is `Clock`; the simulation itself uses `time`, `at` and `stepWallTime`, so that its own
 * timers are never taken for a leak.
 */
export class SimulationClock implements Clock {
  readonly #timers = new TimerHeap();
  readonly #latenessMs: () => number;
  #now = 0;
  #wallTime = Date.UTC(2026, 0, 1);
  #order = 0;
  #pending = 0;
  #uses = 0;

  /** @param latenessMs by how much the next timer of the code under test fires late, as on a busy event loop */
  constructor(latenessMs: () => number = () => 0) {
    this.#latenessMs = latenessMs;
  }

  now(): number {
    this.#uses += 1;
    return this.#now;
  }

  wallTime(): number {
    this.#uses += 1;
    return this.#wallTime;
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    this.#uses += 1;
    this.#pending += 1;
    const timer = this.#set(this.#now + Math.max(0, delayMs) + this.#latenessMs(), () => {
      this.#pending -= 1;
      callback();
    });
    return {
      cancel: () => {
        this.#uses += 1;
        if (timer.callback) this.#pending -= 1;
        timer.callback = undefined;
      },
    };
  }

  /** `now()`, for the simulation. */
  get time(): number {
    return this.#now;
  }

  /** The wall clock, for the simulation. */
  get date(): number {
    return this.#wallTime;
  }

  /** How often the code under test has asked for anything. Still the same later: nothing has run meanwhile. */
  get uses(): number {
    return this.#uses;
  }

  /** Timers of the code under test that are set. */
  get pendingTimers(): number {
    return this.#pending;
  }

  /** A timer of the simulation itself, never late. */
  at(time: number, callback: () => void): Timer {
    const timer = this.#set(Math.max(this.#now, time), callback);
    return { cancel: () => void (timer.callback = undefined) };
  }

  stepWallTime(ms: number): void {
    this.#wallTime += ms;
  }

  /** Moves on to the next timer and fires it; false when there is none. */
  fireNext(): boolean {
    const timer = this.#timers.pop();
    if (!timer) return false;
    this.#moveTo(timer.dueAt);
    const { callback } = timer;
    timer.callback = undefined;
    callback?.();
    return true;
  }

  #moveTo(time: number): void {
    this.#wallTime += time - this.#now;
    this.#now = time;
  }

  #set(dueAt: number, callback: () => void): HeapTimer {
    this.#order += 1;
    const timer = { dueAt, order: this.#order, callback };
    this.#timers.push(timer);
    return timer;
  }
}
