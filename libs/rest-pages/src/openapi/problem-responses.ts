import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { type ProblemStatus, problemCodes, refusalCodes } from './problem-codes.ts';
import { fieldErrorsSchema, problemSchema } from './problem-schema.ts';
import { problemHeaders } from './response-headers.ts';

const { refused, unauthenticated, failed, unavailable } = problemHeaders;

/** What each status means here, the same for every page. Made once: a response that is used twice becomes a component. */
const responses: Readonly<Record<ProblemStatus | '4XX', ZodOpenApiResponseObject>> = {
  400: problemOf('BadRequest', 'A parameter is not valid; `errors` names each', 400, refused, {
    errors: fieldErrorsSchema,
  }),
  401: problemOf('Unauthenticated', 'The token is missing or not accepted', 401, unauthenticated),
  403: problemOf('Forbidden', 'This caller may not see it', 403, failed),
  404: problemOf('NotFound', 'There is no such thing, or not for this caller', 404, failed),
  500: problemOf('InternalError', 'A defect of ours; it was logged under the request id', 500, refused),
  502: problemOf('BadGateway', 'A service that the page needs is unavailable or gave no usable answer', 502, failed),
  503: problemOf(
    'ServiceUnavailable',
    'The page cannot be had at the moment; `Retry-After` says when to try again',
    503,
    unavailable,
  ),
  504: problemOf('GatewayTimeout', 'A service that the page needs did not answer in time', 504, failed),
  '4XX': {
    id: 'RefusedRequest',
    description: 'The request was refused before its path was looked at: too large, too slow, or malformed',
    headers: refused,
    content: {
      'application/problem+json': {
        schema: problemSchema.and(
          z.object({
            status: z.literal(Object.keys(refusalCodes).map(Number)),
            code: z.enum(Object.values(refusalCodes)),
          }),
        ),
      },
    },
  },
};

function problemOf(
  id: string,
  description: string,
  status: ProblemStatus,
  headers: z.ZodObject,
  members: z.core.$ZodShape = {},
): ZodOpenApiResponseObject {
  const narrowed = z.object({ status: z.literal(status), code: z.enum(problemCodes[status]), ...members });
  return {
    id,
    description,
    headers,
    content: { 'application/problem+json': { schema: problemSchema.and(narrowed) } },
  };
}

/** Every way in which a page can be a problem. */
export const problemResponses: ZodOpenApiResponsesObject = responses;
