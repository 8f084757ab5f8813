import { serviceLimitsSchema } from '@bff/resilience';
import { sheddingLimitsSchema } from '@bff/service-shell';
import { z } from 'zod';

/** The form of `config/<app>.yaml`. It may change while the process runs, so values are asked for at every use. */
export const settingsSchema = z.strictObject({
  page: z.strictObject({
    deadlineMs: z
      .int()
      .min(50)
      .max(60_000)
      .describe('Milliseconds from when a request was read until its fan-out must have ended.'),
  }),
  shedding: sheddingLimitsSchema.prefault({}).describe('When requests are refused because there are too many.'),
  services: z.strictObject({
    order: serviceLimitsSchema,
    user: serviceLimitsSchema,
    payment: serviceLimitsSchema,
    inventory: serviceLimitsSchema,
  }),
});

export type Settings = z.output<typeof settingsSchema>;
