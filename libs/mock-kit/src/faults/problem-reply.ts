import { problemTypeOf } from '@bff/errors';
import type { Response } from 'express';

/** Answers with a problem document (RFC 9457) written here, because a fault must not depend on the app's error handler. */
export function sendProblem(res: Response, status: number, code: string, title: string): void {
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: problemTypeOf(code), title, status, code }));
}
