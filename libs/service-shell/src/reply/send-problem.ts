import type { ServerResponse } from 'node:http';
import { ClientGone, type HttpProblem } from '@bff/errors';
import { isError } from '@bff/observability';
import { findScope } from '../app/request-scope.ts';
import { sendBeforeBodyEnds } from './send-before-body-ends.ts';
import { canAnswer, sendText } from './send-json.ts';
import { internalError, toProblem } from './to-problem.ts';

const LENGTH_REQUIRED = 411;
const CONTENT_TOO_LARGE = 413;

/** Headers that a handler may have set for the answer it did not come to give. */
const ofTheAnswer = ['Content-Type', 'Content-Length', 'Content-Encoding', 'ETag', 'Last-Modified', 'Cache-Control'];

/**
 * Answers with RFC 9457 `application/problem+json`, `Cache-Control: no-store` and the request id. Writes nothing when the
 * client has gone; breaks the connection off when part of another answer is out, so that it cannot pass for whole.
 */
export function sendProblem(res: ServerResponse, problem: HttpProblem): void {
  if (!canAnswer(res)) {
    if (res.headersSent && !res.writableEnded) res.destroy();
    return;
  }
  const scope = findScope(res);
  const { status, code } = problem.details;
  noteProblemCode(res, code);
  for (const name of ofTheAnswer) res.removeHeader(name);
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...problem.headers };
  const text = problemText(problem, scope?.requestId);
  const bodyIsRefused = status === CONTENT_TOO_LARGE || status === LENGTH_REQUIRED;
  if (bodyIsRefused && !res.req.complete) sendBeforeBodyEnds(res, status, text, headers);
  else sendText(res, status, text, headers);
}

/** The body of a problem reply. */
export function problemText(problem: HttpProblem, requestId: string | undefined): string {
  return JSON.stringify(requestId === undefined ? problem.details : { ...problem.details, requestId });
}

/** Answers whatever was thrown while a request was handled, and logs what someone should look at. */
export function sendError(res: ServerResponse, error: unknown): void {
  const problem = problemOf(res, error);
  if (problem) sendProblem(res, problem);
}

/**
 * The problem to answer whatever was thrown with, for a server that has a form of its own for it. Logs what someone should
 * look at, and puts the code into the access line. Undefined when there is nobody to tell.
 */
export function problemOf(res: ServerResponse, error: unknown): HttpProblem | undefined {
  const scope = findScope(res);
  if (isOfNobody(error, res, scope?.signal.reason)) return undefined;
  const known = toProblem(error);
  if (known === undefined) {
    scope?.log.error({ err: isError(error) ? error : new Error(`not an Error: ${String(error)}`) }, 'request failed');
  } else if (known.details.status >= 500) {
    scope?.log.warn({ err: isError(known.cause) ? known.cause : known }, 'request failed');
  }
  const problem = known ?? internalError();
  noteProblemCode(res, problem.details.code);
  return problem;
}

/** Puts a code into the access line of the request. */
export function noteProblemCode(res: ServerResponse, code: string): void {
  const scope = findScope(res);
  if (scope !== undefined) scope.problemCode = code;
}

/**
 * Whether the error comes of the client's being gone, or as good as gone when the shell refused its connection: then the
 * handler learns of it in the middle of its work, or by an answer that it can no longer give. The access line says so.
 */
function isOfNobody(error: unknown, res: ServerResponse, abortReason: unknown): boolean {
  if (!(res.destroyed || abortReason instanceof ClientGone)) return false;
  return error instanceof ClientGone || (isError(error) && 'code' in error && error.code === 'ERR_HTTP_HEADERS_SENT');
}
