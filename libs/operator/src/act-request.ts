import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJsonBody } from '@bff/service-shell';
import { z } from 'zod';
import type { ActName } from './act.ts';

/** Control characters, line separators, and marks that turn the direction of text: a reason must read in a log as it was meant. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const reasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .refine((text) => !unprintable.test(text), 'must be one line of printable text');

/** Whoever finds a circuit isolated has to know why; the others are over when they are done. */
const bodySchemas: Readonly<Record<ActName, z.ZodType<{ reason?: string | undefined }>>> = {
  isolate: z.strictObject({ reason: reasonSchema }),
  close: z.strictObject({ reason: reasonSchema.optional() }),
  reset: z.strictObject({ reason: reasonSchema.optional() }),
};

/** The reason of an act. Where none is needed there may be no body either. @throws HttpProblem 400, 413 or 415 */
export async function readReason(
  exchange: { req: IncomingMessage; res: ServerResponse },
  act: ActName,
): Promise<string | undefined> {
  if (act !== 'isolate' && !hasBody(exchange.req)) return undefined;
  return (await readJsonBody(exchange, bodySchemas[act], { maxBytes: 4096 })).reason;
}

/** RFC 9112, section 6: a request has a body if it says how long that is. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
