import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequest } from '@bff/errors';
import { type ServiceLimits, serviceLimitsSchema } from '@bff/resilience';
import { fieldErrorsOf, readJsonBody } from '@bff/service-shell';
import { z } from 'zod';

/** Which limits may be proposed; what they are checked by is the schema of the settings. */
const bodySchema = z.strictObject({
  breaker: z.record(z.string(), z.unknown()).optional(),
  attemptMs: z.unknown().optional(),
});

const MAX_BYTES = 4096;

/**
 * The limits in effect with those of the body in their places.
 *
 * @throws HttpProblem 400 that names each bad field (`breaker.failureRatio`), 413 or 415
 */
export async function readProposal(
  exchange: { req: IncomingMessage; res: ServerResponse },
  inEffect: () => ServiceLimits,
): Promise<ServiceLimits> {
  const body = await readJsonBody(exchange, bodySchema, { maxBytes: MAX_BYTES });
  const limits = inEffect();
  const input = { ...limits, ...body, breaker: { ...limits.breaker, ...body.breaker } };
  const result = serviceLimitsSchema.safeParse(input);
  if (result.success) return result.data;
  throw new BadRequest(fieldErrorsOf(result.error, { schema: serviceLimitsSchema, input, where: 'body' }));
}
