import { z } from 'zod';

/** An ISO 8601 time in UTC, ending in `Z`. Offsets are refused, so that times compare as text within one precision. */
export const instantSchema = z.iso
  .datetime('must be an ISO 8601 time in UTC, like 2026-10-31T09:30:00.000Z')
  .meta({ id: 'Instant', description: 'ISO 8601, UTC', examples: ['2026-10-31T09:30:00.000Z'] });

export type Instant = z.infer<typeof instantSchema>;
