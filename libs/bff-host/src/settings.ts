import { serviceLimitsSchema } from '@bff/resilience';
import { z } from 'zod';

/** The form of `config/<app>.yaml`. Everything in it may change while the process runs. */
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
