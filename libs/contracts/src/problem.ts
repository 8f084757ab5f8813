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

/**
 * The `code` with which order, user and payment service themselves say 403 and 404 of what they were asked for. Any server
 * in between can send these statuses, as can a wrong service that does not know the path: only the code tells them apart.
 */
export const answerCodes = { 403: 'FORBIDDEN', 404: 'NOT_FOUND' } as const;

const mediaType = 'application/problem+json';

const problem: ErrorContract = { mediaType, schema: problemSchema };

const forbiddenProblem: ErrorContract = {
  mediaType,
  schema: problemSchema.extend({ code: z.literal(answerCodes[403]) }).meta({ id: 'ForbiddenProblem' }),
};

const notFoundProblem: ErrorContract = {
  mediaType,
  schema: problemSchema.extend({ code: z.literal(answerCodes[404]) }).meta({ id: 'NotFoundProblem' }),
};

/** Errors of an operation that asks for one thing by its id. */
export const badRequestOrNotFound = { 400: problem, 404: notFoundProblem } as const;

/** Errors of an operation that asks for a list. */
export const badRequest = { 400: problem } as const;

/** Error of an operation that may be kept from its caller. */
export const forbidden = { 403: forbiddenProblem } as const;
