import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpProblem } from '@bff/errors';
import { fieldErrorsOf, readJsonBody } from '@bff/service-shell';
import { z } from 'zod';

const record = z.record(z.string(), z.unknown()).nullish();

/** The parameters of a request (GraphQL over HTTP, "Request Parameters"). Others are reserved, and passed over. */
const parameters = z.looseObject({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: record,
  extensions: record,
});

/**
 * The parameters of a POST.
 *
 * @throws HttpProblem 415, 413 and 400 for a body that is no JSON, 400 for a batch, 422 for one that holds no GraphQL
 *   request, naming each field that is wrong.
 */
export async function readRequest(req: IncomingMessage, res: ServerResponse): Promise<object> {
  const body: unknown = await readJsonBody({ req, res }, z.unknown());
  if (Array.isArray(body)) {
    throw new HttpProblem(400, 'QUERY_REFUSED', 'Only one operation a request is taken', {
      detail: `A request holds one operation, as a JSON object; this one is a list of ${body.length}.`,
    });
  }
  const result = parameters.safeParse(body);
  if (!result.success) {
    throw notWellFormed(fieldErrorsOf(result.error, { schema: parameters, input: body, where: 'body' }));
  }
  const { query, extensions } = result.data;
  if (!query && !extensions?.['persistedQuery']) {
    const reason = 'is missing; must be a GraphQL document, unless extensions.persistedQuery names one';
    throw notWellFormed([{ in: 'body', field: 'query', reason }]);
  }
  return result.data;
}

const notWellFormed = (errors: NonNullable<HttpProblem['details']['errors']>): HttpProblem =>
  new HttpProblem(422, 'BAD_REQUEST', 'The request is no GraphQL request', {
    detail: errors.map(({ field, reason }) => `${field}: ${reason}`).join('; '),
    errors,
  });
