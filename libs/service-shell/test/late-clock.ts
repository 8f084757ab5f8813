import type { Timer } from '@bff/clock';
import { VirtualClock } from '@bff/testing';

/** A clock on an event loop that is late: every timer fires so much after it was due. */
export class LateClock extends VirtualClock {
  lateMs = 0;

  override setTimer(delayMs: number, callback: () => void): Timer {
    return super.setTimer(delayMs + this.lateMs, callback);
  }
}
