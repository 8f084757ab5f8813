import { z } from 'zod';

/** A problem (RFC 9457) of one of our own apps. */
export const problemAnswer = z.object({
  title: z.string(),
  code: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ in: z.string().optional(), field: z.string(), reason: z.string() })).optional(),
});
