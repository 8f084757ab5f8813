import { VirtualClock } from '@bff/testing';
import { breakerFixture, refused } from '../test/breaker-fixture.ts';
import { limitsWith } from '../test/policy-fixture.ts';
import { BreakerStateMachine } from './breaker-state-machine.ts';

describe('an operator', () => {
  it('isolates a circuit, which then refuses without saying when, until it is closed', () => {
    const { breaker, clock, start, changed } = breakerFixture();
    const inFlight = start();
    breaker.isolate();
    breaker.isolate();
    clock.advance(3_600_000);
    breaker.settle(inFlight, 'success', 10);
    expect(breaker.admit()).toEqual(refused(undefined));
    breaker.close();
    expect(breaker.admit().granted).toBe(true);
    expect(changed.map((c) => [c.from, c.to, c.reason])).toEqual([
      ['closed', 'isolated', 'operator'],
      ['isolated', 'closed', 'operator'],
    ]);
  });

  it('closes an open circuit at once, with nothing counted; open time goes on doubling', () => {
    const { breaker, settleMany } = breakerFixture();
    settleMany(20, 'failure');
    breaker.close();
    settleMany(19, 'failure');
    expect(breaker.state).toBe('closed');
    settleMany(1, 'failure');
    expect(breaker.admit()).toEqual(refused(10_000));
  });

  it('resets it to how it started, also while it is closed', () => {
    const { breaker, settleMany, start } = breakerFixture();
    settleMany(20, 'failure');
    breaker.reset();
    expect(breaker.state).toBe('closed');
    expect(breaker.snapshot().lastFailure).toBeUndefined();
    settleMany(19, 'failure');
    const inFlight = start();
    breaker.reset();
    breaker.settle(inFlight, 'failure', 10);
    expect(breaker.snapshot().counts.calls).toBe(0);
    settleMany(20, 'failure');
    expect(breaker.admit()).toEqual(refused(5_000));
  });

  it('isolates from within an observer, and the call that caused the change is refused', () => {
    const clock = new VirtualClock();
    const breaker = new BreakerStateMachine({
      limits: () => limitsWith({ breaker: { consecutiveFailures: 1 } }),
      clock,
      random: () => 0.5,
      onChange: ({ to }) => to === 'half-open' && breaker.isolate(),
    });
    const admission = breaker.admit();
    if (admission.granted) breaker.settle(admission.period, 'failure', 10, 'DOWNSTREAM_TIMEOUT');
    clock.advance(5_000);
    expect(breaker.admit()).toEqual(refused(undefined));
  });

  it('reads its state in times for people', () => {
    const { breaker, clock, settleMany } = breakerFixture();
    const startedAt = clock.wallTime();
    expect(breaker.snapshot()).toEqual({
      state: 'closed',
      since: startedAt,
      counts: { calls: 0, failures: 0, slow: 0, consecutiveFailures: 0 },
      openUntil: undefined,
      lastFailure: undefined,
    });
    clock.advance(1_000);
    settleMany(20, 'failure');
    clock.advance(500);
    expect(breaker.snapshot()).toMatchObject({
      state: 'open',
      since: startedAt + 1_000,
      openUntil: startedAt + 6_000,
      lastFailure: { code: 'DOWNSTREAM_UNAVAILABLE', at: startedAt + 1_000 },
    });
  });
});
