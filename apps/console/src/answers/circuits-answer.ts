import { z } from 'zod';
import { isoText } from './iso-text.ts';

const act = z.object({
  act: z.enum(['isolate', 'close', 'reset']),
  by: z.string(),
  reason: z.string().nullish().transform(orNull),
  at: isoText,
});

export const circuitSchema = z.object({
  service: z.string(),
  state: z.enum(['closed', 'open', 'half-open', 'isolated']),
  since: isoText,
  counts: z.object({ calls: z.number(), failures: z.number(), slow: z.number(), consecutiveFailures: z.number() }),
  openUntil: isoText.nullable(),
  lastFailure: z.object({ code: z.string(), at: isoText }).nullable(),
  inFlight: z.number(),
  retriesLeft: z.number(),
  rateLimitedForMs: z.number(),
  lastAct: act.extend({ shared: z.boolean() }).nullable(),
});

/** `GET /circuits`. */
export const circuitsAnswer = z.object({
  replicas: z.enum(['alone', 'connected', 'cut-off']),
  circuits: z.array(circuitSchema),
});

/** `GET /circuits/acts`. */
export const actsAnswer = z.object({
  acts: z.array(act.extend({ id: z.string(), service: z.string(), from: z.string() })),
});

function orNull(value: string | null | undefined): string | null {
  return value ?? null;
}
