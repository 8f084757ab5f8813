import { serviceLimitsSchema } from '@bff/resilience';
import { z } from 'zod';

/** The form of `config/<app>.yaml`. The file is read once, at the start; the values are asked for at every use. */
export const settingsSchema = z.strictObject({
  page: z.strictObject({
    deadlineMs: z
      .int()
      .min(50)
      .max(60_000)
      .describe('Milliseconds from when a request was read until its fan-out must have ended.'),
  }),
  services: z.strictObject({
    order: serviceLimitsSchema,
    user: serviceLimitsSchema,
    payment: serviceLimitsSchema,
    inventory: serviceLimitsSchema,
  }),
});

export type Settings = z.output<typeof settingsSchema>;
