import { VirtualClock } from '@bff/testing';
import { type LimitChanges, limitsWith } from '../test/policy-fixture.ts';
import { type Admission, type BreakerOptions, BreakerStateMachine } from './breaker-state-machine.ts';
import type { Verdict } from './verdict.ts';

function setUp(changes: LimitChanges['breaker'] = {}) {
  const clock = new VirtualClock();
  const changed: Parameters<BreakerOptions['onChange']>[0][] = [];
  // A row of failures is out of the way unless a test is about it.
  let limits = limitsWith({ breaker: { consecutiveFailures: 1_000, ...changes } });
  const breaker = new BreakerStateMachine({
    limits: () => limits,
    clock,
    random: () => 0.5,
    onChange: (change) => changed.push(change),
  });
  const start = (): number => {
    const admission = breaker.admit();
    if (!admission.granted) throw new Error(`not admitted while ${breaker.state}`);
    return admission.period;
  };
  const settle = (verdict: Verdict, durationMs = 10): void =>
    breaker.settle(start(), verdict, durationMs, verdict === 'failure' ? 'DOWNSTREAM_UNAVAILABLE' : undefined);
  const settleMany = (calls: number, verdict: Verdict, durationMs?: number): void => {
    for (let call = 0; call < calls; call += 1) settle(verdict, durationMs);
  };
  /** Opens it by the ratio, and lets the open time pass. */
  const becomeHalfOpen = (): void => {
    settleMany(20, 'failure');
    expect(breaker.state).toBe('open');
    clock.advance(limits.breaker.openMs);
  };
  const setLimits = (next: LimitChanges['breaker']): void => {
    limits = limitsWith({ breaker: { consecutiveFailures: 1_000, ...next } });
  };
  return { breaker, clock, changed, start, settle, settleMany, becomeHalfOpen, setLimits };
}

const refused = (retryAfterMs: number | undefined): Admission => ({ granted: false, retryAfterMs });

describe('a closed circuit', () => {
  it('opens when enough calls were made and enough of them failed', () => {
    const { breaker, settleMany, settle, changed } = setUp();
    settleMany(10, 'success');
    settleMany(9, 'failure');
    expect(breaker.state).toBe('closed');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed).toEqual([{ from: 'closed', to: 'open', reason: 'failure-ratio', openForMs: 5_000 }]);
  });

  it('stays closed below the minimum of calls, and below the ratio', () => {
    const few = setUp();
    few.settleMany(19, 'failure');
    expect(few.breaker.state).toBe('closed');
    const fine = setUp();
    fine.settleMany(60, 'success');
    fine.settleMany(59, 'failure');
    expect(fine.breaker.state).toBe('closed');
  });

  it('opens when too many calls are slow, whether they succeed or fail', () => {
    const { breaker, settleMany, settle, changed } = setUp();
    settleMany(4, 'success', 399);
    settleMany(9, 'success', 401);
    settleMany(6, 'failure', 500);
    expect(breaker.state).toBe('closed');
    settle('success', 401);
    expect(breaker.state).toBe('open');
    expect(changed[0]?.reason).toBe('slow-ratio');
  });

  it('opens after failures in a row, however few calls there were', () => {
    const { breaker, settleMany, settle, changed } = setUp({ consecutiveFailures: 5 });
    settleMany(4, 'failure');
    settle('success');
    settleMany(4, 'failure');
    expect(breaker.state).toBe('closed');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed[0]?.reason).toBe('consecutive-failures');
  });

  it('lets a neutral outcome neither count nor end a row of failures', () => {
    const { breaker, settleMany } = setUp({ consecutiveFailures: 5 });
    settleMany(4, 'failure');
    settleMany(100, 'neutral', 5_000);
    expect(breaker.snapshot().counts).toEqual({ calls: 4, failures: 4, slow: 0, consecutiveFailures: 4 });
    settleMany(1, 'failure');
    expect(breaker.state).toBe('open');
  });

  it('does not add failures from before an idle hour to a row', () => {
    const { breaker, clock, settleMany } = setUp({ consecutiveFailures: 5 });
    settleMany(4, 'failure');
    clock.advance(3_600_000);
    settleMany(4, 'failure');
    expect(breaker.state).toBe('closed');
    settleMany(1, 'failure');
    expect(breaker.state).toBe('open');
  });
});

describe('an open circuit', () => {
  it('refuses every call and says when the next probe is due, at least 1 ms', () => {
    const { breaker, clock, settleMany } = setUp();
    settleMany(20, 'failure');
    expect(breaker.admit()).toEqual(refused(5_000));
    clock.advance(4_000.5);
    expect(breaker.admit()).toEqual(refused(1_000));
    clock.advance(999.4);
    expect(breaker.admit()).toEqual(refused(1));
    clock.advance(1);
    expect(breaker.admit().granted).toBe(true);
    expect(breaker.state).toBe('half-open');
  });

  it('ignores the late results of calls that started while it was closed', () => {
    const { breaker, settleMany, start, changed } = setUp();
    const late = start();
    settleMany(20, 'failure');
    breaker.settle(late, 'success', 10);
    expect(breaker.state).toBe('open');
    expect(changed).toHaveLength(1);
  });

  it('doubles its open time after each failed half-open phase, up to the longest', () => {
    const { clock, changed, settle, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    for (const openMs of [10_000, 20_000, 30_000]) {
      settle('failure');
      clock.advance(openMs);
    }
    settle('failure');
    expect(changed.filter((c) => c.to === 'open').map((c) => c.openForMs)).toEqual([
      5_000, 10_000, 20_000, 30_000, 30_000,
    ]);
  });

  it('starts with the first open time again only after it was closed for a whole window', () => {
    const { breaker, clock, changed, settleMany, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(3, 'success');
    expect(breaker.state).toBe('closed');
    clock.advance(9_999);
    settleMany(20, 'failure');
    clock.advance(10_000);
    settleMany(3, 'success');
    clock.advance(10_000);
    settleMany(20, 'failure');
    expect(changed.filter((c) => c.to === 'open').map((c) => c.openForMs)).toEqual([5_000, 10_000, 5_000]);
  });
});

describe('a half-open circuit', () => {
  it('lets only so many probes through and refuses all others at once', () => {
    const { breaker, start, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    for (let probe = 0; probe < 3; probe += 1) start();
    expect(breaker.admit()).toEqual(refused(500));
    expect(breaker.state).toBe('half-open');
  });

  it('counts probes that have succeeded among them: the total is bounded, not only those in flight', () => {
    const { breaker, start, settle, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settle('success');
    settle('success');
    start();
    expect(breaker.admit()).toEqual(refused(500));
  });

  it('closes after as many successes, with an empty window', () => {
    const { breaker, changed, settleMany, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(3, 'success');
    expect(breaker.state).toBe('closed');
    expect(changed.at(-1)).toEqual({ from: 'half-open', to: 'closed', reason: 'probes-succeeded' });
    expect(breaker.snapshot().counts.calls).toBe(0);
  });

  it('opens again at the first failed probe', () => {
    const { breaker, changed, settle, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settle('success');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed.at(-1)).toMatchObject({ reason: 'probe-failed', openForMs: 10_000 });
  });

  it('opens again when its probes are as slow as what opened it', () => {
    const { breaker, changed, settleMany, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(3, 'success', 450);
    expect(breaker.state).toBe('open');
    expect(changed.at(-1)?.reason).toBe('probes-slow');
  });

  it('closes when only some of its probes are slow', () => {
    const { breaker, settle, settleMany, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(2, 'success', 450);
    settle('success', 10);
    expect(breaker.state).toBe('closed');
  });

  it('gives the place of a neutral probe back, so that clients that hang up cannot wedge it', () => {
    const { breaker, settleMany, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(100, 'neutral');
    expect(breaker.state).toBe('half-open');
    settleMany(3, 'success');
    expect(breaker.state).toBe('closed');
  });

  it('ignores probes of an earlier half-open phase', () => {
    const { breaker, clock, start, settle, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    const late = [start(), start()];
    settle('failure');
    clock.advance(10_000);
    settle('success');
    for (const probe of late) breaker.settle(probe, 'failure', 10);
    expect(breaker.state).toBe('half-open');
    for (const probe of late) breaker.settle(probe, 'success', 10);
    expect(breaker.state).toBe('half-open');
  });

  it('closes on the next call when the number of probes was lowered to what has succeeded', () => {
    const { breaker, settleMany, setLimits, becomeHalfOpen } = setUp();
    becomeHalfOpen();
    settleMany(2, 'success');
    setLimits({ probes: 2 });
    expect(breaker.admit().granted).toBe(true);
    expect(breaker.state).toBe('closed');
  });
});

describe('knobs that change while it runs', () => {
  it('apply to the next result, with the counters kept', () => {
    const { breaker, settleMany, settle, setLimits } = setUp({ minimumCalls: 1_000 });
    settleMany(30, 'failure');
    setLimits({ minimumCalls: 20 });
    expect(breaker.state).toBe('closed');
    settle('success');
    expect(breaker.state).toBe('open');
  });

  it('shorten the open time of a circuit that is open already', () => {
    const { breaker, clock, settleMany, setLimits } = setUp({ openMs: 30_000 });
    settleMany(20, 'failure');
    clock.advance(2_000);
    setLimits({ openMs: 2_000 });
    expect(breaker.admit().granted).toBe(true);
  });
});

describe('an operator', () => {
  it('isolates a circuit, which then refuses without saying when, until it is closed', () => {
    const { breaker, clock, start, changed } = setUp();
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
    const { breaker, settleMany } = setUp();
    settleMany(20, 'failure');
    breaker.close();
    settleMany(19, 'failure');
    expect(breaker.state).toBe('closed');
    settleMany(1, 'failure');
    expect(breaker.admit()).toEqual(refused(10_000));
  });

  it('resets it to how it started, also while it is closed', () => {
    const { breaker, settleMany, start } = setUp();
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
    const { breaker, clock, settleMany } = setUp();
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
