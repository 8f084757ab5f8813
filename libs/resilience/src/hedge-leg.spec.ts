import type { Clock } from '@bff/clock';
import { VirtualClock } from '@bff/testing';
import { HedgeLeg } from './hedge-leg.ts';

const STALL_MS = 200;

it('is not late when its answer lay unread while the event loop stood still', async () => {
  const time = new VirtualClock();
  /** Timers that fall due during the stall fire at its end; sockets are read after them. */
  const clock: Clock = {
    now: () => time.now(),
    wallTime: () => time.wallTime(),
    setTimer: (delayMs, callback) => time.setTimer(Math.max(1, delayMs, STALL_MS - time.now()), callback),
  };
  const inSocket = Promise.withResolvers<string>();
  const leg = new HedgeLeg(clock, () => inSocket.promise);
  const inTime = leg.endsWithin(20);
  time.advance(STALL_MS);
  inSocket.resolve('an answer');
  expect(await inTime).toBe(true);
  expect(time.pendingTimers).toBe(0);
});

it('is late when it has no answer after that either', async () => {
  const time = new VirtualClock();
  const leg = new HedgeLeg(time, () => new Promise(() => {}));
  const inTime = leg.endsWithin(20);
  await time.advanceBy(20);
  expect(await inTime).toBe(false);
  expect(time.pendingTimers).toBe(0);
});
