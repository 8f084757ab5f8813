import { z } from 'zod';
import { allProblemCodes } from './problem-codes.ts';
import { failedSectionSchema } from './section-schema.ts';

/** One part of a request that was refused. */
const fieldErrorSchema = z
  .object({ in: z.enum(['query', 'path', 'header', 'body']), field: z.string(), reason: z.string() })
  .meta({ id: 'FieldError', description: 'A part of the request that was refused, and what is allowed there' });

/** Every refused part of a request. */
export const fieldErrorsSchema = z.array(fieldErrorSchema).min(1);

/** RFC 9457 problem details with this project's extension members: what every problem has in common. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The kind as a URI', examples: ['urn:bff:problem:downstream-timeout'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.enum(allProblemCodes).meta({ id: 'ProblemCode', description: 'The kind. A closed list.' }),
    requestId: z.string().optional(),
    section: z.string().optional().meta({ description: 'The section to blame' }),
    service: z.string().optional().meta({ description: 'The service to blame' }),
    retryable: z.boolean().optional(),
    retryAfterMs: z.int().min(0).optional(),
    sections: z
      .record(z.string(), failedSectionSchema)
      .optional()
      .meta({ description: 'Every section that had failed when the page was given up' }),
    errors: fieldErrorsSchema.optional().meta({ description: 'Every part of the request that was refused' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });
