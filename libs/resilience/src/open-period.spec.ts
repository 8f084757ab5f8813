import { defaultServiceLimits } from './service-limits.ts';
import { openPeriodMs } from './open-period.ts';

describe('how long a circuit stays open', () => {
  const limits = { ...defaultServiceLimits.breaker, openMs: 5_000, maxOpenMs: 30_000, openJitter: 0.2 };

  it('doubles from openMs', () => {
    expect([0, 1, 2].map((doublings) => openPeriodMs(limits, doublings, 0))).toEqual([5_000, 10_000, 20_000]);
  });

  it('lies within the jitter on both sides', () => {
    expect(openPeriodMs(limits, 0, -1)).toBe(4_000);
    expect(openPeriodMs(limits, 0, 1)).toBe(6_000);
  });

  it('never exceeds maxOpenMs, and replicas that reached it still differ', () => {
    expect(openPeriodMs(limits, 50, 1)).toBeCloseTo(30_000, 6);
    expect(openPeriodMs(limits, 50, -1)).toBeCloseTo(20_000, 6);
    expect(openPeriodMs(limits, 5_000, 0)).toBe(25_000);
  });
});
