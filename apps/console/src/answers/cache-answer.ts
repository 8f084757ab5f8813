import { z } from 'zod';

const redis = z.object({
  connected: z.boolean(),
  lookupsInFlight: z.number(),
  writesInFlight: z.number(),
  skippedNodes: z.array(z.string()),
});

/** `GET /cache`. */
export const cacheAnswer = z.object({
  memory: z.object({ entries: z.number(), bytes: z.number(), maxBytes: z.number() }),
  flights: z.number(),
  redis: redis.nullish().transform((value) => value ?? null),
});
