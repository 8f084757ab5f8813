import { z } from 'zod';
import { isoText } from './iso-text.ts';

const quantile = z.number().nullable();
const quantiles = z.object({ p50: quantile, p95: quantile, p99: quantile });

const outcomes = ['complete', 'degraded', 'failed', 'refused', 'aborted'] as const;

const page = z.object({
  page: z.string(),
  budgetMs: z.number(),
  outcomes: z.record(z.enum(outcomes), z.number()),
  durationMs: quantiles,
  sections: z.array(
    z.object({
      section: z.string(),
      ok: z.number(),
      stale: z.number(),
      failed: z.number(),
      codes: z.record(z.string(), z.number()),
      startMs: quantiles,
      endMs: quantiles,
    }),
  ),
});

const recent = z.object({
  requestId: z.string(),
  traceId: z.string(),
  at: isoText,
  page: z.string(),
  client: z.string(),
  outcome: z.enum(outcomes),
  durationMs: z.number(),
  budgetMs: z.number(),
  sections: z.array(
    z.object({
      section: z.string(),
      startMs: z.number(),
      endMs: z.number(),
      status: z.enum(['ok', 'stale', 'failed']),
      code: z.string().optional(),
    }),
  ),
  attempts: z.array(
    z.object({
      section: z.string(),
      service: z.string(),
      operation: z.string(),
      attempt: z.number(),
      startMs: z.number(),
      endMs: z.number(),
      outcome: z.string(),
    }),
  ),
});

/** `GET /pages`. */
export const pagesAnswer = z.object({
  app: z.string(),
  windowMs: z.number(),
  pages: z.array(page),
  recent: z.array(recent),
});
