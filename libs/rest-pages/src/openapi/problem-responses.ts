import { BadRequest, HttpProblem, type ProblemDetails, type SectionCode, codeProblem, titleOf } from '@bff/errors';
import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problemCodes, refusalCodes } from './problem-codes.ts';
import { fieldErrorsSchema, problemSchema } from './problem-schema.ts';
import { problemHeaders } from './response-headers.ts';

const { unread, refused, unauthenticated, failed, unavailable } = problemHeaders;

interface ProblemKind {
  /** The response's name among the components. */
  readonly id: string;
  readonly description: string;
  readonly headers: z.ZodObject;
  readonly statuses: readonly number[];
  readonly codes: readonly string[];
  /** What such problems have besides what all have. */
  readonly members?: z.core.$ZodShape;
  readonly example: ProblemDetails;
}

const ofSection = (code: SectionCode, section: string): ProblemDetails => ({
  ...codeProblem(code).details,
  section,
});
const problem = (status: number, code: string, title: string): ProblemDetails =>
  new HttpProblem(status, code, title).details;

/** Every way in which a page can be a problem, the same for every page. */
export const problemResponses: ZodOpenApiResponsesObject = {
  400: responseOf({
    id: 'BadRequest',
    description: 'A parameter is not valid; `errors` names each',
    headers: refused,
    statuses: [400],
    codes: problemCodes[400],
    members: { errors: fieldErrorsSchema },
    example: new BadRequest([{ in: 'query', field: 'limit', reason: 'must be an integer from 1 to 50, was "x"' }])
      .details,
  }),
  401: responseOf({
    id: 'Unauthenticated',
    description: 'The token is missing or not accepted',
    headers: unauthenticated,
    statuses: [401],
    codes: problemCodes[401],
    example: problem(401, 'UNAUTHENTICATED', 'Authentication is required'),
  }),
  403: responseOf({
    id: 'Forbidden',
    description: 'This caller may not see it',
    headers: failed,
    statuses: [403],
    codes: problemCodes[403],
    example: problem(403, 'FORBIDDEN', titleOf('FORBIDDEN')),
  }),
  404: responseOf({
    id: 'NotFound',
    description: 'There is no such thing, or not for this caller',
    headers: failed,
    statuses: [404],
    codes: problemCodes[404],
    example: ofSection('NOT_FOUND', 'order'),
  }),
  500: responseOf({
    id: 'InternalError',
    description: 'A defect of ours; it was logged under the request id',
    headers: refused,
    statuses: [500],
    codes: problemCodes[500],
    example: problem(500, 'INTERNAL_ERROR', 'Something went wrong on our side'),
  }),
  502: responseOf({
    id: 'BadGateway',
    description: 'A service that the page needs is unavailable or gave no usable answer',
    headers: failed,
    statuses: [502],
    codes: problemCodes[502],
    example: ofSection('DOWNSTREAM_UNAVAILABLE', 'order'),
  }),
  503: responseOf({
    id: 'ServiceUnavailable',
    description: 'The page cannot be had at the moment; `Retry-After` says when to try again',
    headers: unavailable,
    statuses: [503],
    codes: problemCodes[503],
    example: ofSection('DOWNSTREAM_CIRCUIT_OPEN', 'order'),
  }),
  504: responseOf({
    id: 'GatewayTimeout',
    description: 'A service that the page needs did not answer in time',
    headers: failed,
    statuses: [504],
    codes: problemCodes[504],
    example: ofSection('DOWNSTREAM_TIMEOUT', 'order'),
  }),
  '4XX': responseOf({
    id: 'RefusedRequest',
    description: 'The request was refused before its path was looked at: too large, too slow, or malformed',
    headers: unread,
    statuses: Object.keys(refusalCodes).map(Number),
    codes: Object.values(refusalCodes),
    example: problem(414, 'URI_TOO_LONG', 'The URL is too long'),
  }),
};

/** With a name of its own, so that a document that uses it for many pages holds it once. */
function responseOf(kind: ProblemKind): ZodOpenApiResponseObject {
  const { id, description, headers, statuses, codes, members, example } = kind;
  const schema = problemSchema.and(z.object({ status: z.literal([...statuses]), code: z.enum(codes), ...members }));
  return {
    id,
    description,
    headers,
    content: { 'application/problem+json': { schema, example: { ...example, requestId: '0f5e1c2a' } } },
  };
}
