import { z } from 'zod';
import { isoText } from './iso-text.ts';

/** `GET /settings/acts`. */
export const tuningsAnswer = z.object({
  acts: z.array(
    z.object({
      id: z.string(),
      act: z.literal('tune'),
      by: z.string(),
      at: isoText,
      changes: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })),
      from: z.string(),
    }),
  ),
});
