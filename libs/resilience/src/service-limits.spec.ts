import { z } from 'zod';
import { defaultServiceLimits, serviceLimitsSchema } from './service-limits.ts';

describe('the limits of a service', () => {
  it('have a default for every threshold', () => {
    expect(defaultServiceLimits).toEqual({
      attemptMs: 500,
      retries: 1,
      retryBudget: { ratio: 0.1, minPerSecond: 1 },
      backoff: { minMs: 10, maxMs: 50 },
      breaker: {
        windowMs: 10_000,
        minimumCalls: 20,
        failureRatio: 0.5,
        slowRatio: 0.8,
        slowCallMs: 400,
        consecutiveFailures: 5,
        openMs: 5_000,
        openJitter: 0.2,
        maxOpenMs: 30_000,
        probes: 3,
      },
      bulkhead: { maxInFlight: 64 },
      hedge: { enabled: false, quantile: 0.95, minDelayMs: 10, minimumCalls: 100, ratio: 0.1, minPerSecond: 0.1 },
    });
  });

  it('keep the defaults of a group of which only one threshold is set', () => {
    const limits = serviceLimitsSchema.parse({ attemptMs: 350, breaker: { openMs: 1_000 } });
    expect(limits).toEqual({
      ...defaultServiceLimits,
      attemptMs: 350,
      breaker: { ...defaultServiceLimits.breaker, openMs: 1_000 },
    });
  });

  it.each([
    ['a misspelt threshold', { attemtMs: 350 }],
    ['a misspelt threshold of a group', { breaker: { opensMs: 350 } }],
    ['a text', { attemptMs: '350' }],
    ['no time at all', { attemptMs: 0 }],
    ['half a retry', { retries: 0.5 }],
    ['a ratio above one', { breaker: { failureRatio: 50 } }],
    ['a ratio of nothing, which would open at every call', { breaker: { failureRatio: 0 } }],
    ['jitter that allows an open time of nothing', { breaker: { openJitter: 1 } }],
    ['no probes, which would never close', { breaker: { probes: 0 } }],
    ['a shortest wait above the longest', { backoff: { minMs: 60, maxMs: 50 } }],
    ['an open time above its cap', { breaker: { openMs: 5_000, maxOpenMs: 4_000 } }],
    ['no slots', { bulkhead: { maxInFlight: 0 } }],
    ['a quantile as a percentage', { hedge: { quantile: 95 } }],
    ['a hedge beside nearly every call', { hedge: { quantile: 0.1 } }],
    ['a hedge at once', { hedge: { minDelayMs: 0 } }],
  ])('refuse %s', (_what, given) => {
    expect(serviceLimitsSchema.safeParse(given).success).toBe(false);
  });

  it('say what each threshold does', () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      const { description, properties = {} } = described.parse(schema);
      if (path && !description) undescribed.push(path);
      for (const [key, value] of Object.entries(properties)) visit(value, `${path}.${key}`);
    };
    const described = z.object({
      description: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    });
    visit(z.toJSONSchema(serviceLimitsSchema), '');
    expect(undescribed).toEqual([]);
  });
});
