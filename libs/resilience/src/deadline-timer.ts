import type { Clock, Timer } from '@bff/clock';

/** A timer of a healthy event loop is a few milliseconds late; from here on something held it up. */
const HELD_UP_MS = 10;

/**
 * Calls back when the time is over. When the event loop stood still meanwhile (garbage collection, a long computation, a
 * stalled machine), answers may have come that nobody has read: Node runs due timers before it reads sockets, so a time-out
 * would win over an answer that was there in time. A timer that is late therefore waits one more turn of the loop.
 */
export function setDeadlineTimer(clock: Clock, ms: number, callback: () => void): Timer {
  const dueAt = clock.now() + ms;
  let timer = clock.setTimer(ms, () => {
    if (clock.now() - dueAt < HELD_UP_MS) callback();
    else timer = clock.setTimer(0, callback);
  });
  return { cancel: () => timer.cancel() };
}
