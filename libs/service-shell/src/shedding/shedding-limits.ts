import { z } from 'zod';

const retryAfter = z
  .strictObject({
    minMs: z.int().min(1).max(600_000).default(1000).describe('Shortest wait that a refused client is told, in ms.'),
    maxMs: z
      .int()
      .min(1)
      .max(600_000)
      .default(5000)
      .describe('Longest. The wait is drawn evenly between the two, so that clients do not come back together.'),
  })
  .refine(({ minMs, maxMs }) => minMs <= maxMs, { path: ['maxMs'], error: 'must not be below minMs' });

/**
 * When a server refuses requests because it has too many. All of it is read at each decision. The defaults and what they
 * were measured by: docs/decisions/0014-load-shedding.md.
 */
export const sheddingLimitsSchema = z.strictObject({
  maxInFlight: z
    .int()
    .min(1)
    .max(100_000)
    .default(256)
    .describe('Requests being answered at once; one more is refused.'),
  minInFlight: z
    .int()
    .min(1)
    .max(100_000)
    .default(48)
    .describe(
      'So many are taken on however late the event loop is. At or above maxInFlight: its lateness refuses nobody.',
    ),
  maxEventLoopDelayMs: z
    .number()
    .min(1)
    .max(600_000)
    .default(5)
    .describe('Lateness of the event loop, in ms, above which fewer requests than maxInFlight are taken on at once.'),
  retryAfter: retryAfter.prefault({}).describe('When refused clients are told to come back.'),
});

export type SheddingLimits = z.output<typeof sheddingLimitsSchema>;

export const defaultSheddingLimits: SheddingLimits = sheddingLimitsSchema.parse({});
