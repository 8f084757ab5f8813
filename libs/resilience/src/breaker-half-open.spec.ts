import { breakerFixture, refused } from '../test/breaker-fixture.ts';

describe('a half-open circuit', () => {
  it('lets only so many probes through and refuses all others at once', () => {
    const { breaker, start, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    for (let probe = 0; probe < 3; probe += 1) start();
    expect(breaker.admit()).toEqual(refused(500));
    expect(breaker.state).toBe('half-open');
  });

  it('counts probes that have succeeded among them: the total is bounded, not only those in flight', () => {
    const { breaker, start, settle, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settle('success');
    settle('success');
    start();
    expect(breaker.admit()).toEqual(refused(500));
  });

  it('closes after as many successes, with an empty window', () => {
    const { breaker, changed, settleMany, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settleMany(3, 'success');
    expect(breaker.state).toBe('closed');
    expect(changed.at(-1)).toEqual({ from: 'half-open', to: 'closed', reason: 'probes-succeeded' });
    expect(breaker.snapshot().counts.calls).toBe(0);
  });

  it('opens again at the first failed probe', () => {
    const { breaker, changed, settle, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settle('success');
    settle('failure');
    expect(breaker.state).toBe('open');
    expect(changed.at(-1)).toMatchObject({ reason: 'probe-failed', openForMs: 10_000 });
  });

  it('opens again when its probes are as slow as what opened it', () => {
    const { breaker, changed, settleMany, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settleMany(3, 'success', 450);
    expect(breaker.state).toBe('open');
    expect(changed.at(-1)?.reason).toBe('probes-slow');
  });

  it('closes when only some of its probes are slow', () => {
    const { breaker, settle, settleMany, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settleMany(2, 'success', 450);
    settle('success', 10);
    expect(breaker.state).toBe('closed');
  });

  it('gives the place of a neutral probe back, so that clients that hang up cannot wedge it', () => {
    const { breaker, settleMany, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settleMany(100, 'neutral');
    expect(breaker.state).toBe('half-open');
    settleMany(3, 'success');
    expect(breaker.state).toBe('closed');
  });

  it('ignores probes of an earlier half-open phase', () => {
    const { breaker, clock, start, settle, becomeHalfOpen } = breakerFixture();
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
    const { breaker, settleMany, setLimits, becomeHalfOpen } = breakerFixture();
    becomeHalfOpen();
    settleMany(2, 'success');
    setLimits({ probes: 2 });
    expect(breaker.admit().granted).toBe(true);
    expect(breaker.state).toBe('closed');
  });
});
