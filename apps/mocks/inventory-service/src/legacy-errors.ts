import { type LegacyError, answerCodes, legacyAnswerCodes } from '@bff/contracts';
import { HttpProblem } from '@bff/errors';
import { sendJson } from '@bff/service-shell';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** A path that no route has. The system knows no 405: a method that a path does not take is nothing to it, either. */
export const refuseUnknownPath: RequestHandler = () => {
  throw new HttpProblem(404, 'ROUTE_NOT_FOUND', 'There is nothing at this path');
};

/**
 * Answers what the routes throw in the dialect of this system instead of RFC 9457. Only a request's own fault is: what
 * the server refuses before any route sees it (a URL that is too long, a malformed head) keeps the usual form, as it
 * does behind a real system's gateway.
 */
export const answerLegacyError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!(error instanceof HttpProblem) || error.details.status >= 500) {
    next(error);
    return;
  }
  sendJson(res, error.details.status, legacyErrorOf(error), { 'Cache-Control': 'no-store' });
};

function legacyErrorOf({ details }: HttpProblem): LegacyError {
  return {
    err_cd: details.code === answerCodes[404] ? legacyAnswerCodes[404] : `INV-${details.status}`,
    err_msg: details.title,
    ...(details.errors && { err_flds: details.errors.map(({ field, reason }) => ({ fld: field, msg: reason })) }),
  };
}
