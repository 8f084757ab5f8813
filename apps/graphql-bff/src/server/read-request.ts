import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FieldError, HttpProblem } from '@bff/errors';
import { fieldErrorsOf, readJsonBody } from '@bff/service-shell';
import { z } from 'zod';

const record = z.record(z.string(), z.unknown()).nullish();

const hashForm = 'must be a SHA-256 in hexadecimal';

const persistedQuery = z.looseObject({
  version: z.literal(1, 'must be 1'),
  sha256Hash: z.string(hashForm).regex(/^[0-9a-f]{64}$/, hashForm),
});

/** The parameters of a request (GraphQL over HTTP, "Request Parameters"). Others are reserved, and passed over. */
const parameters = z.looseObject({
  query: z.string().nullish(),
  // Some clients send an empty one for none.
  operationName: z
    .string()
    .nullish()
    .transform((name) => name || null),
  variables: record,
  extensions: z.looseObject({ persistedQuery: persistedQuery.optional() }).nullish(),
});

/** What a request asks, well-formed and not yet understood. */
export type GraphqlParameters = z.output<typeof parameters>;

/**
 * The parameters of a POST's body or of a GET's address.
 *
 * @throws HttpProblem 415, 413 and 400 for a body that is no JSON, 400 for a batch, 422 for what is no GraphQL request,
 *   naming each field that is wrong.
 */
export async function readRequest(req: IncomingMessage, res: ServerResponse): Promise<GraphqlParameters> {
  return req.method === 'POST' ? fromBody(await readJsonBody({ req, res }, z.unknown())) : fromAddress(req);
}

function fromBody(body: unknown): GraphqlParameters {
  if (Array.isArray(body)) {
    throw new HttpProblem(400, 'QUERY_REFUSED', 'Only one operation a request is taken', {
      detail: `A request holds one operation, as a JSON object; this one is a list of ${body.length}.`,
    });
  }
  return wellFormed(body, 'body');
}

function fromAddress(req: IncomingMessage): GraphqlParameters {
  // A page that is only shown can make a browser send this without asking first; JSON it cannot.
  const type = req.headers['content-type'];
  if (type !== undefined && !/^application\/json\b/i.test(type)) {
    throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'A GET has no body', {
      detail: 'Its content type, if it has one, is application/json.',
    });
  }
  const given = new URL(req.url ?? '/', 'http://localhost').searchParams;
  const errors: FieldError[] = [];
  const read = (field: string, parse: (text: string) => unknown): unknown => {
    const [text, ...others] = given.getAll(field);
    if (others.length > 0)
      errors.push({ in: 'query', field, reason: `must be given once, was given ${others.length + 1} times` });
    try {
      return text === undefined || text === '' ? undefined : parse(text);
    } catch {
      errors.push({ in: 'query', field, reason: 'must be a JSON object' });
      return undefined;
    }
  };
  const found = {
    query: read('query', String),
    operationName: read('operationName', String),
    variables: read('variables', JSON.parse),
    extensions: read('extensions', JSON.parse),
  };
  if (errors.length > 0) throw notWellFormed(errors);
  return wellFormed(found, 'query');
}

function wellFormed(found: unknown, where: 'body' | 'query'): GraphqlParameters {
  const result = parameters.safeParse(found);
  if (!result.success) throw notWellFormed(fieldErrorsOf(result.error, { schema: parameters, input: found, where }));
  const { query, extensions } = result.data;
  if (!query && !extensions?.persistedQuery) {
    const reason = 'is missing; must be a GraphQL document, unless extensions.persistedQuery names one';
    throw notWellFormed([{ in: where, field: 'query', reason }]);
  }
  return result.data;
}

const notWellFormed = (errors: readonly FieldError[]): HttpProblem =>
  new HttpProblem(422, 'BAD_REQUEST', 'The request is no GraphQL request', {
    detail: errors.map(({ field, reason }) => `${field}: ${reason}`).join('; '),
    errors,
  });
