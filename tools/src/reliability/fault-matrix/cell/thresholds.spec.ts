import { longestOpenMs, quickThresholds, shippedThresholds } from './thresholds.ts';

it('knows how long a circuit may still be open when a fault ends', () => {
  const thresholds = { ...shippedThresholds, openMs: 1000, maxOpenMs: 5000, openJitter: 0.2 };
  // It opened just now, and for as long as the jitter allows.
  expect(longestOpenMs(thresholds, 0)).toBe(1200);
  // The first probe has failed, so the time is doubled.
  expect(longestOpenMs(thresholds, 900)).toBe(2400);
  expect(longestOpenMs(thresholds, 3000)).toBe(4800);
  expect(longestOpenMs(thresholds, 60_000)).toBe(5000);
});

it('bounds both runs', () => {
  expect(longestOpenMs(quickThresholds, 2000)).toBe(1000);
  expect(longestOpenMs(shippedThresholds, 2000)).toBe(6000);
});
