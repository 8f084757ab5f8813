import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpProblem } from '@bff/errors';
import { findScope } from '../app/request-scope.ts';
import { problemText } from './send-problem.ts';
import { canAnswer } from './send-json.ts';

/** How long a refused body is still read and thrown away. */
const lingerMs = 500;

/**
 * Refuses a request whose body is too large to be read. The answer goes out at once and whole, but the connection is
 * closed only when the client has stopped sending, or half a second later: closing on a client that is still sending
 * makes the system reset the connection, and the client would see a broken pipe instead of the answer (RFC 9112 §9.6).
 */
export function refuseBody(req: IncomingMessage, res: ServerResponse, problem: HttpProblem): void {
  if (!canAnswer(res)) return;
  const scope = findScope(res);
  if (scope !== undefined) scope.problemCode = problem.details.code;
  const text = problemText(problem, scope?.requestId);
  res.writeHead(problem.details.status, {
    ...problem.headers,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  if (req.method === 'HEAD') res.flushHeaders();
  else res.write(text);
  const end = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(end, lingerMs);
  res.once('close', () => clearTimeout(timer));
  req.once('end', end).resume();
}
