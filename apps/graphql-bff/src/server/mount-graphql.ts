import type { ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { PageObserver } from '@bff/aggregation';
import type { BffParts } from '@bff/bff-host';
import { beginRecord, handlingPreference, sectionCall } from '@bff/bff-http';
import { HttpProblem } from '@bff/errors';
import { type Caller, requireCaller } from '@bff/identity';
import { Deadline, type Tunable } from '@bff/resilience';
import { noteProblemCode, problemOf, requestScope, sendJson, sendProblem } from '@bff/service-shell';
import type { NextFunction, Request, Response, Router } from 'express';
import { type GraphQLContext, type MediaType, Operation, draftType, pageName } from '../operation/operation.ts';
import { errorOf } from '../operation/request-error.ts';
import type { Admission } from '../persisted/persisted-operations.ts';
import { readRequest } from './read-request.ts';

export interface GraphqlServing {
  readonly parts: BffParts;
  readonly server: ApolloServer<GraphQLContext>;
  readonly observer: PageObserver;
  /** Which operations are taken at all. */
  readonly admit: Admission;
  /**
   * Milliseconds from when the request was read until everything that it fans out to must have ended. What checking the
   * token takes counts; the time that a client takes to send its body does not.
   */
  readonly deadlineMs: Tunable<number>;
}

/** What an answer can be in, the default first (GraphQL over HTTP, "Media Types"). As Apollo writes them, which decides too. */
const mediaTypes: readonly MediaType[] = ['application/json; charset=utf-8', draftType];

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
  const handle = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    try {
      res.vary(vary);
      // Unless the answer turns out to be whole.
      res.setHeader('Cache-Control', 'no-store');
      const { clock, verifier } = serving.parts;
      const caller = await requireCaller(verifier, req.headersDistinct);
      const checkedMs = clock.now() - requestScope(res).receivedAtMs;
      const mediaType = mediaTypeFor(req);
      const parameters = await readRequest(req, res);
      serving.admit(parameters);
      operations.set(res, beginOperation(req, res, serving, { caller, mediaType, checkedMs }));
      req.body = req.method === 'POST' ? parameters : undefined;
      await answer(forApollo(req), res, next);
    } catch (error) {
      sendRequestError(res, error);
    }
  };
  router.get('/graphql', handle);
  router.post('/graphql', handle);
}

/** @throws HttpProblem 406 for a client that takes no GraphQL response. */
function mediaTypeFor(req: Request): MediaType {
  const accepted = req.accepts([...mediaTypes]);
  const mediaType = mediaTypes.find((type) => type === accepted);
  if (mediaType) return mediaType;
  throw new HttpProblem(406, 'NOT_ACCEPTABLE', 'None of the accepted media types can be given', {
    detail: `An answer is ${mediaTypes.join(' or ')}.`,
  });
}

interface Asked {
  readonly caller: Caller;
  readonly mediaType: MediaType;
  /** What checking the token took. */
  readonly checkedMs: number;
}

function beginOperation(
  req: Request,
  res: Response,
  { parts, observer, deadlineMs }: GraphqlServing,
  { caller, mediaType, checkedMs }: Asked,
): Operation {
  const { clock, services, cache } = parts;
  const { requestId, signal, log } = requestScope(res);
  const budgetMs = deadlineMs();
  const deadline = Deadline.after(budgetMs - checkedMs, { clock, signal });
  const record = beginRecord(req, res, { page: pageName, budgetMs, clock, recording: parts.recording });
  res.once('close', () => deadline.dispose());
  const handling = handlingPreference(req.headersDistinct['prefer']?.join(','));
  if (handling) res.setHeader('Preference-Applied', `handling=${handling}`);
  return new Operation({
    requestId,
    log,
    mediaType,
    handling,
    ifNoneMatch: req.method === 'POST' ? undefined : req.headers['if-none-match'],
    noteCode: (code) => noteProblemCode(res, code),
    sources: (by, section) => services.bind(sectionCall(record, by, section)),
    record,
    context: { caller },
    deadline,
    clock,
    observer,
    keeping: { cache, owner: caller.userId, sharedLoadMs: budgetMs },
  });
}

/**
 * HEAD is answered as GET, whose body Node leaves out: Apollo knows GET and POST only. And what the client has already is
 * not Express' business, which would find a partial answer in it as well.
 */
function forApollo(req: Request): Request {
  delete req.headers['if-none-match'];
  return req.method === 'HEAD' ? Object.create(req, { method: { value: 'GET' } }) : req;
}

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
  sendJson(res, status, body, { 'Content-Type': draftType, 'Cache-Control': 'no-store', ...problem.headers });
}

const CONTENT_TOO_LARGE = 413;
