import { z } from 'zod';

/** `GET /readyz`, with status 200 or 503. */
export const readinessAnswer = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.record(z.string(), z.string()),
});
