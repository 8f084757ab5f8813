import { ShuttingDown } from '@bff/errors';
import type { Metrics } from '@bff/observability';
import type { OpenRequest } from './request-scope.ts';

/** nginx' number for a client that left before it got an answer. It is never sent. */
const CLIENT_CLOSED_REQUEST = 499;
const longestPath = 512;

/** What is known of a request when its response is closed. */
export interface EndedRequest {
  request: OpenRequest;
  route: string;
  path: string;
  durationMs: number;
}

/** Writes the access line and counts the request. The query is left out: it may hold what a log should not. */
export function recordEnd({ request, route, path, durationMs }: EndedRequest, metrics: Metrics): void {
  const { req, res } = request;
  const finished = res.writableFinished;
  const status = finished || res.headersSent ? res.statusCode : CLIENT_CLOSED_REQUEST;
  const method = req.method ?? 'GET';
  metrics.http.served({ method, route, status, durationMs });
  request.log.info(
    {
      method,
      route,
      path: path.length > longestPath ? path.slice(0, longestPath) : path,
      status,
      durationMs: Math.round(durationMs * 10) / 10,
      // Written to the connection: the head counts, and so does what a pipelined neighbour wrote meanwhile.
      bytes: req.socket.bytesWritten - request.bytesBefore,
      ...(request.problemCode === undefined ? undefined : { code: request.problemCode }),
      ...(finished ? undefined : { aborted: request.signal.reason instanceof ShuttingDown ? 'shutdown' : 'client' }),
    },
    'request',
  );
}
