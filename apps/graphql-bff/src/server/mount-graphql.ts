import type { ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { handlingPreference } from '@bff/bff-http';
import type { BffParts } from '@bff/bff-host';
import type { PageObserver } from '@bff/aggregation';
import { HttpProblem } from '@bff/errors';
import { requireCaller } from '@bff/identity';
import { Deadline, type Tunable } from '@bff/resilience';
import { problemOf, requestScope, sendJson, sendProblem } from '@bff/service-shell';
import type { Request, Response, Router } from 'express';
import { type GraphQLContext, Operation } from '../operation/operation.ts';
import { readRequest } from './read-request.ts';
import { errorOf } from '../operation/request-error.ts';

export interface GraphqlServing {
  readonly parts: BffParts;
  readonly server: ApolloServer<GraphQLContext>;
  readonly observer: PageObserver;
  /** Milliseconds from when the request's head was read until everything that it fans out to must have ended. */
  readonly deadlineMs: Tunable<number>;
}

/** What an answer can be in, the default first (GraphQL over HTTP, "Media Types"). */
const mediaTypes = ['application/json', 'application/graphql-response+json'] as const;

/** Everything that the answer depends on besides the address and the body. */
const vary = 'Accept, Authorization, Prefer';

/** Answers GET and POST on `/graphql`: who is asking, then what, then all of it under the operation's deadline. */
export function mountGraphql(router: Router, serving: GraphqlServing): void {
  const operations = new WeakMap<ServerResponse, Operation>();
  const answer = expressMiddleware(serving.server, {
    context: async ({ res }) => {
      const operation = operations.get(res);
      if (!operation) throw new Error('the operation was not begun');
      return { operation };
    },
  });
  const handle = async (req: Request, res: Response): Promise<void> => {
    try {
      res.vary(vary);
      const operation = await beginOperation(req, res, serving);
      operations.set(res, operation);
      req.body = req.method === 'POST' ? await readRequest(req, res) : undefined;
      await answer(asGet(req), res, (error: unknown) => sendRequestError(res, error));
    } catch (error) {
      sendRequestError(res, error);
    }
  };
  router.get('/graphql', handle);
  router.post('/graphql', handle);
}

/**
 * @throws HttpProblem 401 without a token, 406 for a client that takes no GraphQL response.
 */
async function beginOperation(
  req: Request,
  res: Response,
  { parts, observer, deadlineMs }: GraphqlServing,
): Promise<Operation> {
  const { clock, verifier, services, cache } = parts;
  const { requestId, receivedAtMs, signal, trace, log } = requestScope(res);
  // Everything counts from when the request was read, also the time that checking the token took.
  const deadline = Deadline.after(deadlineMs() - (clock.now() - receivedAtMs), { clock, signal });
  res.once('close', () => deadline.dispose());
  const caller = await requireCaller(verifier, req.headersDistinct);
  const mediaType = mediaTypes.find((type) => type === req.accepts([...mediaTypes]));
  if (!mediaType) {
    throw new HttpProblem(406, 'NOT_ACCEPTABLE', 'None of the accepted media types can be given', {
      detail: `An answer is ${mediaTypes.join(' or ')}.`,
    });
  }
  const handling = handlingPreference(req.headersDistinct['prefer']?.join(','));
  if (handling) res.setHeader('Preference-Applied', `handling=${handling}`);
  return new Operation({
    requestId,
    log,
    mediaType,
    handling,
    sources: (by) => services.bind({ deadline: by, requestId, trace }),
    context: { caller },
    deadline,
    clock,
    observer,
    keeping: { cache, owner: caller.userId, sharedLoadMs: deadlineMs() },
  });
}

/** HEAD is answered as GET, whose body Node leaves out. Apollo knows GET and POST only. */
const asGet = (req: Request): Request =>
  req.method === 'HEAD' ? Object.create(req, { method: { value: 'GET' } }) : req;

/** What was wrong before an operation could be executed, in the form of a GraphQL response. */
function sendRequestError(res: Response, thrown: unknown): void {
  const problem = problemOf(res, thrown);
  if (!problem) return;
  const { status } = problem.details;
  // While the client is still sending, there is more to an answer than its form.
  if (res.headersSent || status === CONTENT_TOO_LARGE) {
    sendProblem(res, problem);
    return;
  }
  const error = errorOf(problem);
  const body = { errors: [{ ...error, extensions: { ...error.extensions, requestId: requestScope(res).requestId } }] };
  sendJson(res, status, body, {
    'Content-Type': 'application/graphql-response+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...problem.headers,
  });
}

const CONTENT_TOO_LARGE = 413;
