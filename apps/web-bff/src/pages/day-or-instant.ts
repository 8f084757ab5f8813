import { type Instant, instantSchema } from '@bff/contracts';
import { z } from 'zod';

const daySchema = z.iso.date();
const dayMs = 86_400_000;

const isDay = (text: string): boolean => daySchema.safeParse(text).success;
const isInstant = (text: string): boolean => instantSchema.safeParse(text).success;

const parameter = (description: string, instantOf: (day: string) => Instant) =>
  z
    .string()
    .refine(
      (text) => isDay(text) || isInstant(text),
      'must be a day like 2026-10-31, or a time like 2026-10-31T09:30:00Z',
    )
    .transform((text) => (isDay(text) ? instantOf(text) : text))
    .optional()
    .meta({ description, examples: ['2026-10-31', '2026-10-31T09:30:00Z'] });

/** The start of a span: a day in UTC from its beginning on, or a time. */
export const spanStart = (description: string) => parameter(description, (day) => `${day}T00:00:00.000Z`);

/** The end of a span: a day in UTC, which is still within it, or a time, which is not. */
export const spanEnd = (description: string) =>
  parameter(description, (day) => new Date(Date.parse(day) + dayMs).toISOString());
