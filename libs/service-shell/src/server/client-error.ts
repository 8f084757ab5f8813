import type { Duplex } from 'node:stream';
import { BadRequest, ClientGone, HttpProblem } from '@bff/errors';
import type { AppContext, ServiceApp } from '../app/create-app.ts';
import { problemText, sendProblem } from '../reply/send-problem.ts';

/** How long a refused connection is kept for the client to read the answer. */
const lingerMs = 500;

const statusTexts: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
};

/**
 * Answers what Node could not parse as a request, or gave up waiting for, with a problem and closes the connection. A
 * request whose head was fine is answered through its own response, so that it is logged as one, and its work is aborted:
 * nobody will see what comes of it.
 */
export function clientErrorHandler({ context, requests }: ServiceApp): (error: Error, socket: Duplex) => void {
  return (error, socket) => {
    const code = 'code' in error ? error.code : undefined;
    if (code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemOf(code);
    const [request] = requests.on(socket);
    if (request === undefined) {
      refuseSocket(socket, problem);
      logRefusal(context, problem, code);
    } else if (request.res.headersSent || code === 'HPE_INVALID_EOF_STATE') {
      // Part of an answer is out, or the client left in the middle of its body.
      socket.destroy();
    } else {
      const { req, res } = request;
      res.shouldKeepAlive = false;
      // Whoever waits for the rest of the body learns that it will not come.
      res.once('close', () => req.destroy());
      sendProblem(res, problem);
      request.abort(new ClientGone());
    }
  };
}

function problemOf(code: unknown): HttpProblem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new HttpProblem(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive');
    case 'HPE_HEADER_OVERFLOW':
      return new HttpProblem(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', 'The request headers are too large');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new HttpProblem(413, 'CONTENT_TOO_LARGE', 'The chunk extensions are too large');
    default:
      return new BadRequest([{ in: 'header', field: '(request)', reason: 'must be valid HTTP/1.1' }]);
  }
}

function refuseSocket(socket: Duplex, problem: HttpProblem): void {
  const body = problemText(problem, undefined);
  const { status } = problem.details;
  socket.end(
    [
      `HTTP/1.1 ${status} ${statusTexts[status] ?? 'Error'}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(timer)).resume();
}

function logRefusal({ logger, metrics }: AppContext, { details }: HttpProblem, cause: unknown): void {
  metrics.http.served({ method: '_OTHER', route: 'unmatched', status: details.status, durationMs: 0 });
  logger.info({ status: details.status, code: details.code, cause: String(cause) }, 'connection refused');
}
