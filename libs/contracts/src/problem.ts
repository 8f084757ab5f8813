import { z } from 'zod';
import type { ErrorContract } from './operation.ts';

/** RFC 9457 problem details, as order, user and payment service answer an error. Extension members are kept. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    errors: z
      .array(z.object({ in: z.enum(['query', 'path', 'header', 'body']), field: z.string(), reason: z.string() }))
      .optional()
      .meta({ description: 'Every part of the request that was refused' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

export type Problem = z.infer<typeof problemSchema>;

const problem: ErrorContract = { mediaType: 'application/problem+json', schema: problemSchema };

/** Errors of an operation that asks for one thing by its id. */
export const badRequestOrNotFound = { 400: problem, 404: problem } as const;

/** Errors of an operation that asks for a list. */
export const badRequest = { 400: problem } as const;
