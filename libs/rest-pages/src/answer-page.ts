import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageResult, pageOutcomeOf, runPage, serverTiming, toProblem, toResponse } from '@bff/aggregation';
import { type Handling, beginRecord, handlingPreference, sectionCall } from '@bff/bff-http';
import { requireRole } from '@bff/identity';
import type { PageRecord } from '@bff/observability';
import { Deadline } from '@bff/resilience';
import { type InputSource, readInput, requestScope, sendProblem } from '@bff/service-shell';
import { audited } from './audit.ts';
import type { PageRoute } from './page-route.ts';
import type { CallerContext, PageServing } from './page-serving.ts';
import { sendPage } from './send-page.ts';

type PageRequest = IncomingMessage & InputSource;

/**
 * Answers one request for a page: who is asking, whether they may, what they ask, the fan-out under the page's deadline,
 * and the envelope or the problem. Throws what `contextOf`, a missing role and a bad request throw; the server answers
 * those as problems.
 */
export async function answerPage<Sources, Context extends CallerContext>(
  route: PageRoute<Sources, Context>,
  serving: PageServing<Sources, Context>,
  req: PageRequest,
  res: ServerResponse,
): Promise<void> {
  const { clock } = serving;
  const { requestId, receivedAtMs, signal, log } = requestScope(res);
  // Everything counts from when the request was read, also the time that checking the token took.
  const budgetMs = serving.deadlineMs();
  const deadline = Deadline.after(budgetMs - (clock.now() - receivedAtMs), { clock, signal });
  try {
    const context = await serving.contextOf(req);
    const handling = handlingPreference(req.headersDistinct['prefer']?.join(','));
    const record = beginRecord(req, res, { page: route.page.name, budgetMs, clock, recording: serving.recording });
    const run = () => runRoute(route, { serving, context, handling, deadline, record, req });
    const look = { callerId: context.caller.userId, params: req.params, log };
    const result = await (route.access ? audited(route, look, run) : run());
    record.pageEnded({ outcome: pageOutcomeOf(result), endedAtMs: clock.now() });
    // The connection may have been answered otherwise meanwhile (it carried garbage after the request).
    if (res.headersSent) return;
    prepareHeaders(res, handling, serving.serverTiming ? serverTiming(result.timings) : '');
    send(res, result, { requestId, etags: serving.etags ?? false });
  } finally {
    deadline.dispose();
  }
}

interface RouteRun<Sources, Context extends CallerContext> {
  readonly serving: PageServing<Sources, Context>;
  readonly context: Context;
  readonly handling: Handling | undefined;
  readonly deadline: Deadline;
  readonly record: PageRecord;
  readonly req: PageRequest;
}

/** Runs the page for a caller who may have it, with parameters that are in order. */
function runRoute<Sources, Context extends CallerContext>(
  { page, input, access }: PageRoute<Sources, Context>,
  { serving, context, handling, deadline, record, req }: RouteRun<Sources, Context>,
): Promise<PageResult> {
  if (access) requireRole(context.caller, access.role);
  const { path, query } = readInput(req, input);
  const { requestId } = record;
  const { clock, cache, sourcesFor, observer } = serving;
  return runPage(page, {
    sources: (by, section) => sourcesFor(sectionCall(record, by, section)),
    // The context last: no parameter, whatever its name, can take the caller's place.
    input: { ...path, ...query, ...context },
    deadline,
    clock,
    observer,
    requestId,
    record,
    keeping: { cache, owner: context.caller.userId, sharedLoadMs: serving.deadlineMs() },
    ...(handling && { handling }),
  });
}

function send(
  res: ServerResponse,
  result: PageResult,
  { requestId, etags }: { readonly requestId: string; readonly etags: boolean },
): void {
  switch (result.kind) {
    case 'answered':
      return sendPage(res, toResponse(result.outcomes, requestId), etags);
    case 'failed':
      return sendProblem(res, toProblem(result));
    case 'refused':
      return sendProblem(res, result.problem);
    case 'aborted':
      // A client that left reads nothing; one that is still there when the process must stop is told so.
      throw result.reason;
  }
}

function prepareHeaders(res: ServerResponse, handling: Handling | undefined, timing: string): void {
  // What the app varies by already (origin, encoding) stays.
  res.setHeader('Vary', [res.getHeader('Vary') ?? [], 'Authorization, Prefer'].flat().join(', '));
  if (handling) res.setHeader('Preference-Applied', `handling=${handling}`);
  if (timing) res.setHeader('Server-Timing', timing);
}
