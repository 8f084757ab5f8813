import { z } from 'zod';
import { isoText } from './iso-text.ts';

const outcome = z.object({
  openings: z.array(z.object({ at: isoText, reason: z.string(), openForMs: z.number() })),
  refusedCalls: z.number(),
  degradedPages: z.number(),
  degradedShare: z.number(),
});

/** `POST /circuits/{service}/what-if`. */
export const whatIfAnswer = z.object({
  service: z.string(),
  from: isoText,
  to: isoText,
  calls: z.number(),
  pages: z.number(),
  current: outcome,
  proposed: outcome,
  unknownCalls: z.number(),
});
