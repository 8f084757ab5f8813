import { VirtualClock } from '@bff/testing';
import { type Admission, type BreakerOptions, BreakerStateMachine } from '../src/breaker-state-machine.ts';
import type { Verdict } from '../src/verdict.ts';
import { type LimitChanges, limitsWith } from './policy-fixture.ts';

/** A breaker on a virtual clock, and short words for what calls do to it. */
export function breakerFixture(changes: LimitChanges['breaker'] = {}) {
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

export const refused = (retryAfterMs: number | undefined): Admission => ({ granted: false, retryAfterMs });
