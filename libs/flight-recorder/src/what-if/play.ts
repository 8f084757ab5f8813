import { setImmediate as nextTurn } from 'node:timers/promises';
import { BreakerStateMachine, type ChangeReason, type ServiceLimits } from '@bff/resilience';
import type { RecordedCall } from './call-ring.ts';
import { PageGaps } from './page-gaps.ts';
import { PlayClock } from './play-clock.ts';
import type { CallWindow } from './recorded-calls.ts';
import { limitedCall, verdictOnCall } from './verdict-on-call.ts';

/** That the circuit opened. */
export interface Opening {
  /** In ms since the Unix epoch. */
  readonly at: number;
  readonly reason: ChangeReason;
  readonly openForMs: number;
}

export interface Play {
  /** The last hundred, the oldest first. */
  readonly openings: readonly Opening[];
  /** Calls that the circuit let not go out. */
  readonly refusedCalls: number;
  /** Pages that went without something of the service. */
  readonly degradedPages: number;
}

export const MOST_OPENINGS = 100;

/** The process answers pages meanwhile: it is held up for a millisecond or two at a time. */
const CALLS_A_TURN = 1000;

interface Flight {
  readonly call: RecordedCall;
  readonly endsAtMs: number;
  /** In which of the breaker's periods it was admitted; undefined before that, and when it was refused. */
  period?: number;
}

/**
 * Plays recorded calls through the circuit breaker of `@bff/resilience` with the given limits: what it would have done.
 *
 * The circuit begins closed and knows nothing; open times have no jitter; what operators did is not played. Each attempt is
 * played as it was: no retry is added that a new time-out would have had, and none is left out whose first attempt is
 * refused here. A call that the real circuit refused says nothing if it is let through. One that another policy refused
 * before the breaker was asked (a running `Retry-After`, no time left) does not come to it here either.
 *
 * @param epoch ms since the Unix epoch at the start of the monotonic clock
 */
export async function play(window: CallWindow, limits: ServiceLimits, epoch: number): Promise<Play> {
  const clock = new PlayClock(window.fromMs, epoch);
  const openings: Opening[] = [];
  const breaker = new BreakerStateMachine({
    limits: () => limits,
    clock,
    random: () => 0.5, // No jitter: the middle of its range.
    onChange({ to, reason, openForMs = 0 }) {
      if (to !== 'open') return;
      openings.push({ at: clock.wallTime(), reason, openForMs });
      if (openings.length > MOST_OPENINGS) openings.shift();
    },
  });
  const gaps = new PageGaps(window);
  let refusedCalls = 0;

  const settle = ({ call, period, endsAtMs }: Flight): void => {
    if (period === undefined) return;
    clock.moveTo(endsAtMs);
    breaker.settle(period, verdictOnCall(call, limits), call.durationMs);
  };
  const start = (flight: Flight): void => {
    const { call } = flight;
    clock.moveTo(call.startedAtMs);
    if (cameToBreaker(call)) {
      const admission = breaker.admit();
      if (!admission.granted) {
        refusedCalls += 1;
        gaps.refused(call);
        return;
      }
      flight.period = admission.period;
    }
    gaps.admitted(call);
    if (tookNoTime(flight)) settle(flight);
  };

  const starts = window.calls.map((recorded): Flight => {
    const call = limitedCall(recorded, limits.attemptMs);
    return { call, endsAtMs: call.startedAtMs + (call.attempt === 0 ? 0 : call.durationMs) };
  });
  const ends = starts.filter((flight) => !tookNoTime(flight)).toSorted(byEnd);
  let next = 0;
  for (const [at, flight] of starts.entries()) {
    if (at % CALLS_A_TURN === 0) await nextTurn();
    for (let due = ends[next]; due && due.endsAtMs <= flight.call.startedAtMs; due = ends[next]) {
      settle(due);
      next += 1;
    }
    start(flight);
  }
  for (const flight of ends.slice(next)) settle(flight);
  return { openings, refusedCalls, degradedPages: gaps.count };
}

/** Those that were sent, and those that were refused by the breaker itself or behind it, by the bulkhead. */
const cameToBreaker = ({ attempt, end }: RecordedCall): boolean =>
  attempt > 0 || end === 'DOWNSTREAM_CIRCUIT_OPEN' || end === 'DOWNSTREAM_OVERLOADED';

/** It ends the moment it begins, and not in its turn among the ends, which come before what begins at the same time. */
const tookNoTime = ({ call, endsAtMs }: Flight): boolean => endsAtMs <= call.startedAtMs;

/** What ended at the same time was told to the breaker in this order then. */
const byEnd = (a: Flight, b: Flight): number => a.endsAtMs - b.endsAtMs || a.call.order - b.call.order;
