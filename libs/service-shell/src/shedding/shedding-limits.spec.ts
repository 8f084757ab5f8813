import { defaultSheddingLimits, sheddingLimitsSchema } from './shedding-limits.ts';

it('has a default for everything', () => {
  expect(defaultSheddingLimits).toEqual({
    maxInFlight: 256,
    minInFlight: 48,
    maxEventLoopDelayMs: 5,
    retryAfter: { minMs: 1000, maxMs: 5000 },
  });
});

it.each([
  ['no request at all', { maxInFlight: 0 }],
  ['half a request', { minInFlight: 1.5 }],
  ['no lateness, which every loop has', { maxEventLoopDelayMs: 0 }],
  ['a shortest wait above the longest', { retryAfter: { minMs: 6000 } }],
  ['a misspelt threshold', { maxInflight: 10 }],
])('refuses %s', (_what, limits) => {
  expect(sheddingLimitsSchema.safeParse(limits).success).toBe(false);
});
