import { z } from 'zod';

/** An ISO 8601 time in UTC, ending in `Z`. Offsets are refused, so that times compare as text within one precision. */
export const instantSchema = z.iso
  .datetime('must be an ISO 8601 time in UTC, like 2026-10-31T09:30:00.000Z')
  .meta({ id: 'Instant', description: 'ISO 8601, UTC', examples: ['2026-10-31T09:30:00.000Z'] });

/** A calendar month in UTC. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, like 2026-10')
  .meta({ id: 'Month', description: 'A calendar month, UTC', examples: ['2026-10'] });

export type Instant = z.infer<typeof instantSchema>;
