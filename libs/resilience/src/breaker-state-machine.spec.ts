import { breakerFixture, refused } from '../test/breaker-fixture.ts';

describe('a closed circuit', () => {
  it('opens when enough calls were made and enough of them failed', () => {
    const { breaker, settleMany, settle, changed } = breakerFixture();
    settleMany(10, 'success');
    settleMany(9, 'failure');
    expect(breaker.state).toBe('closed');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed).toEqual([{ from: 'closed', to: 'open', reason: 'failure-ratio', openForMs: 5_000 }]);
  });

  it('stays closed below the minimum of calls, and below the ratio', () => {
    const few = breakerFixture();
    few.settleMany(19, 'failure');
    expect(few.breaker.state).toBe('closed');
    const fine = breakerFixture();
    fine.settleMany(60, 'success');
    fine.settleMany(59, 'failure');
    expect(fine.breaker.state).toBe('closed');
  });

  it('opens when too many calls are slow, whether they succeed or fail', () => {
    const { breaker, settleMany, settle, changed } = breakerFixture();
    settleMany(4, 'success', 399);
    settleMany(9, 'success', 401);
    settleMany(6, 'failure', 500);
    expect(breaker.state).toBe('closed');
    settle('success', 401);
    expect(breaker.state).toBe('open');
    expect(changed[0]?.reason).toBe('slow-ratio');
  });

  it('opens after failures in a row, however few calls there were', () => {
    const { breaker, settleMany, settle, changed } = breakerFixture({ consecutiveFailures: 5 });
    settleMany(4, 'failure');
    settle('success');
    settleMany(4, 'failure');
    expect(breaker.state).toBe('closed');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed[0]?.reason).toBe('consecutive-failures');
  });

  it('lets a neutral outcome neither count nor end a row of failures', () => {
    const { breaker, settleMany } = breakerFixture({ consecutiveFailures: 5 });
    settleMany(4, 'failure');
    settleMany(100, 'neutral', 5_000);
    expect(breaker.snapshot().counts).toEqual({ calls: 4, failures: 4, slow: 0, consecutiveFailures: 4 });
    settleMany(1, 'failure');
    expect(breaker.state).toBe('open');
  });

  it('does not add failures from before an idle hour to a row', () => {
    const { breaker, clock, settleMany } = breakerFixture({ consecutiveFailures: 5 });
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
    const { breaker, clock, settleMany } = breakerFixture();
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
    const { breaker, settleMany, start, changed } = breakerFixture();
    const late = start();
    settleMany(20, 'failure');
    breaker.settle(late, 'success', 10);
    expect(breaker.state).toBe('open');
    expect(changed).toHaveLength(1);
  });

  it('doubles its open time after each failed half-open phase, up to the longest', () => {
    const { clock, changed, settle, becomeHalfOpen } = breakerFixture();
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
    const { breaker, clock, changed, settleMany, becomeHalfOpen } = breakerFixture();
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

describe('thresholds that change while it runs', () => {
  it('apply to the next result, with the counters kept', () => {
    const { breaker, settleMany, settle, setLimits } = breakerFixture({ minimumCalls: 1_000 });
    settleMany(30, 'failure');
    setLimits({ minimumCalls: 20 });
    expect(breaker.state).toBe('closed');
    settle('success');
    expect(breaker.state).toBe('open');
  });

  it('shorten the open time of a circuit that is open already', () => {
    const { breaker, clock, settleMany, setLimits } = breakerFixture({ openMs: 30_000 });
    settleMany(20, 'failure');
    clock.advance(2_000);
    setLimits({ openMs: 2_000 });
    expect(breaker.admit().granted).toBe(true);
  });
});
