import { z } from 'zod';
import { isoText } from './iso-text.ts';

/** `GET /faults` of a mock. */
export const faultsAnswer = z.object({
  faults: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      route: z.string(),
      options: z.object({
        probability: z.number(),
        ms: z.number().optional(),
        status: z.number().optional(),
      }),
      setAt: isoText,
      expiresAt: isoText.nullable(),
      timesFired: z.number(),
      held: z.number(),
    }),
  ),
});
