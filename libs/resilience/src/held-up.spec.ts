import type { Clock } from '@bff/clock';
import { VirtualClock } from '@bff/testing';
import { createServicePolicy, Deadline } from './index.ts';
import { limitsWith } from '../test/policy-fixture.ts';

const PAGE_MS = 740;
const ATTEMPT_MS = 350;
const HELD_UP_MS = 2000;

/**
 * A process whose event loop stands still from now on for two seconds: timers that fall due fire at its end. Node makes a
 * timer of 0 ms one of 1 ms.
 */
function heldUpClock(): { clock: Clock; time: VirtualClock } {
  const time = new VirtualClock();
  const clock: Clock = {
    now: () => time.now(),
    wallTime: () => time.wallTime(),
    setTimer: (delayMs, callback) => time.setTimer(Math.max(1, delayMs, HELD_UP_MS - time.now()), callback),
  };
  return { clock, time };
}

function heldUpPolicy() {
  const { clock, time } = heldUpClock();
  const limits = limitsWith({ attemptMs: ATTEMPT_MS, retries: 0 });
  const policy = createServicePolicy({ service: 'order', limits: () => limits, clock, random: () => 0.5 });
  const deadline = Deadline.after(PAGE_MS, { clock });
  const read = <T>(attempt: () => Promise<T>) =>
    policy.execute({ operation: 'getOrder', deadline, idempotent: true }, attempt).catch((error: unknown) => error);
  return { time, policy, deadline, read };
}

it('reads the answers that came while the event loop stood still before it gives up on them', async () => {
  const { time, policy, deadline, read } = heldUpPolicy();
  const inSocket = Promise.withResolvers<string>();
  const result = read(() => inSocket.promise);
  await time.settle();
  // Timers come first, then the sockets are read.
  time.advance(HELD_UP_MS);
  inSocket.resolve('an answer');
  await expect(result).resolves.toBe('an answer');
  expect(deadline.signal.aborted).toBe(false);
  deadline.dispose();
  expect(policy.snapshot().breaker.counts).toMatchObject({ calls: 1, failures: 0 });
  expect(time.pendingTimers).toBe(0);
});

it('blames nobody for an attempt that had no fair time because of it', async () => {
  const { time, policy, read } = heldUpPolicy();
  const result = read(() => new Promise(() => {}));
  await time.advanceBy(HELD_UP_MS + 1);
  await expect(result).resolves.toMatchObject({ code: 'DOWNSTREAM_TIMEOUT', blame: 'none' });
  expect(policy.snapshot().breaker.counts.calls).toBe(0);
  expect(time.pendingTimers).toBe(0);
});
