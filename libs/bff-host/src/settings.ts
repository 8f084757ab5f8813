import { serviceLimitsSchema } from '@bff/resilience';
import { z } from 'zod';

/** The form of `config/<app>.yaml`. All of it is read at every use, and could change while the process runs; today it is read from the file once, at the start. */
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
