import type { Clock } from '@bff/clock';
import { DeadlineExceeded } from '@bff/errors';

/** A load under way, shared by all that ask for its key meanwhile. */
export interface Flight<T> {
  readonly landing: Promise<T>;
  readonly startedAt: number;
  /** The longest that any of those who wait wants the value kept. */
  keepMs: number;
  /** How many wait for it now. */
  waiting: number;
  /** Aborted when nobody wants its value any more. */
  readonly abandoned: AbortController;
}

/**
 * A load has a deadline of its own and ends long before this. One that does not (a bug in a loader) must not hold its key
 * for ever: the next caller starts another.
 */
const LONGEST_FLIGHT_MS = 30_000;

/** One flight a key: however many ask at the same time, there is one load. */
export class Flights<T> {
  readonly #clock: Clock;
  readonly #flights = new Map<string, Flight<T>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(name: string): Flight<T> | undefined {
    const flight = this.#flights.get(name);
    return flight && this.#clock.now() - flight.startedAt < LONGEST_FLIGHT_MS ? flight : undefined;
  }

  /** The flight that is under way, or a new one. `run` is given the flight itself, to see `keepMs` when it lands. */
  join(name: string, keepMs: number, run: (flight: Flight<T>) => Promise<T>): Flight<T> {
    const flight = this.get(name) ?? this.#start(name, keepMs, run);
    flight.keepMs = Math.max(flight.keepMs, keepMs);
    flight.waiting += 1;
    return flight;
  }

  /**
   * Takes note of a caller that waits no longer. The last one to go takes the load along, unless its deadline passed: a
   * load that is merely slow is of use to those who ask next.
   */
  leave(name: string, flight: Flight<T>, reason: unknown): void {
    flight.waiting -= 1;
    if (flight.waiting > 0 || reason instanceof DeadlineExceeded) return;
    this.#remove(name, flight);
    flight.abandoned.abort(reason);
  }

  get size(): number {
    return this.#flights.size;
  }

  #start(name: string, keepMs: number, run: (flight: Flight<T>) => Promise<T>): Flight<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // Everybody may have left by the time it fails; that is no unhandled rejection.
    promise.catch(() => {});
    const abandoned = new AbortController();
    const flight = { landing: promise, startedAt: this.#clock.now(), keepMs, waiting: 0, abandoned };
    this.#flights.set(name, flight);
    run(flight)
      .finally(() => this.#remove(name, flight))
      .then(resolve, reject);
    return flight;
  }

  #remove(name: string, flight: Flight<T>): void {
    if (this.#flights.get(name) === flight) this.#flights.delete(name);
  }
}
