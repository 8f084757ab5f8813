import { z } from 'zod';
import { isoText } from './iso-text.ts';

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('file'), line: z.number() }),
  z.object({ kind: z.literal('environment'), variable: z.string() }),
]);

/** `GET /settings`. */
export const settingsAnswer = z.object({
  file: z.string().nullable(),
  loadedAt: isoText,
  refused: z.object({ at: isoText, problems: z.array(z.string()) }).nullable(),
  knobs: z.array(
    z.object({
      path: z.string(),
      value: z.unknown(),
      default: z.unknown(),
      source,
      changedAt: isoText,
      description: z.string(),
    }),
  ),
});
