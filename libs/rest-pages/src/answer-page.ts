import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageResult, runPage, serverTiming, toProblem, toResponse } from '@bff/aggregation';
import type { PageOutcome } from '@bff/observability';
import { Deadline } from '@bff/resilience';
import { type InputSource, readInput, requestScope, sendJson, sendProblem } from '@bff/service-shell';
import type { PageRoute } from './page-route.ts';
import type { PageServing } from './page-serving.ts';
import { type Handling, handlingPreference } from './prefer.ts';

/**
 * Answers one request for a page: who is asking, what they ask, the fan-out under the page's deadline, and the envelope
 * or the problem. Throws what `contextOf` and a bad request throw; the server answers those as problems.
 */
export async function answerPage<Sources, Context extends object>(
  { page, input }: PageRoute<Sources, Context>,
  serving: PageServing<Sources, Context>,
  req: IncomingMessage & InputSource,
  res: ServerResponse,
): Promise<void> {
  const { clock, cache, sourcesFor, observer } = serving;
  const { requestId, trace, receivedAtMs, signal } = requestScope(res);
  // Everything counts from when the request was read, also the time that checking the token took.
  const deadline = Deadline.after(serving.deadlineMs() - (clock.now() - receivedAtMs), { clock, signal });
  try {
    const context = await serving.contextOf(req);
    const { path, query } = readInput(req, input);
    const handling = handlingPreference(req.headersDistinct['prefer']?.join(','));
    const result = await runPage(page, {
      sources: (by) => sourcesFor({ deadline: by, requestId, trace }),
      input: { ...context, ...path, ...query },
      deadline,
      clock,
      observer,
      keeping: { cache, owner: serving.ownerOf(context), sharedLoadMs: serving.deadlineMs() },
      ...(handling && { handling }),
    });
    observer.pageEnded?.({ page: page.name, outcome: outcomeOf(result) });
    prepareHeaders(res, handling, serving.serverTiming ? serverTiming(result.timings) : '');
    send(res, result, requestId);
  } finally {
    deadline.dispose();
  }
}

function send(res: ServerResponse, result: PageResult, requestId: string): void {
  switch (result.kind) {
    case 'answered': {
      const { body, headers } = toResponse(result.outcomes, requestId);
      return sendJson(res, 200, body, headers);
    }
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
  res.setHeader('Vary', 'Authorization, Prefer');
  if (handling) res.setHeader('Preference-Applied', `handling=${handling}`);
  if (timing) res.setHeader('Server-Timing', timing);
}

function outcomeOf(result: PageResult): PageOutcome {
  if (result.kind === 'aborted') return 'aborted';
  if (result.kind !== 'answered') return 'failed';
  return Object.values(result.outcomes).every(({ status }) => status === 'ok') ? 'complete' : 'degraded';
}
