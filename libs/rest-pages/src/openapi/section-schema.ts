import { isAnswer, sectionCodes } from '@bff/errors';
import { z } from 'zod';

const sectionCodeSchema = z
  .enum(sectionCodes)
  .meta({ id: 'SectionCode', description: 'Why a section has no fresh value. A closed list.' });

/** An answer (`NOT_FOUND`, `FORBIDDEN`) is never hidden by an older value. */
const failureCodeSchema = z.enum(sectionCodes.filter((code) => !isAnswer(code)));

/** What `meta.sections` says of a section that is shown although its service could not answer. */
export const staleSectionSchema = z
  .object({
    status: z.literal('stale'),
    ageSeconds: z.int().min(0).meta({ description: 'How long ago the value was loaded' }),
    code: failureCodeSchema.meta({ description: 'Why there is no newer value' }),
  })
  .meta({ id: 'StaleSection', description: 'The value is there, but it is an older one' });

/** What `meta.sections` says of a section whose key in `data` is null. */
export const failedSectionSchema = z
  .object({
    status: z.literal('failed'),
    code: sectionCodeSchema,
    retryable: z.boolean().meta({ description: 'Whether the same request may succeed later with nothing changed' }),
    retryAfterMs: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'When to try again, in milliseconds; always there when retryable' }),
  })
  .meta({ id: 'FailedSection', description: 'The value could not be had; its key in `data` is null' });

/** For a section that may be either. */
export const staleOrFailedSectionSchema = z
  .discriminatedUnion('status', [staleSectionSchema, failedSectionSchema])
  .meta({ id: 'StaleOrFailedSection' });
