import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { RecordedRequest } from './recorded-request.ts';
import { type Reply, problem } from './reply.ts';
import { type Route, createRoute, pathMatcher } from './route.ts';

/** A downstream service that a test programs, on a real port. */
export interface StubService {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  /** Every request that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** TCP connections that are open now, idle ones too. */
  readonly openSockets: number;
  /** TCP connections accepted since the start. */
  readonly acceptedSockets: number;
  /**
   * Programs the replies to a method and path (`/orders/:orderId`, `/orders/*`): the first request gets the first one,
   * and so on; the last one stays. Programming the same pattern again replaces it; otherwise the latest match wins.
   */
  on(method: string, pattern: string, ...replies: readonly [Reply, ...Reply[]]): void;
  /** Settles with the request when `times` (default 1) requests for the path pattern have arrived, also if they already have. */
  whenRequested(pattern: string, times?: number): Promise<RecordedRequest>;
  /** Settles when at most `count` (default 0) connections are open. */
  whenOpenSockets(count?: number): Promise<void>;
  /** Closes the port, so that new connections are refused, and resets the ones that are open. */
  refuse(): Promise<void>;
  /** Listens again on the same port after `refuse`. */
  accept(): Promise<void>;
  /** Ends everything, open connections too. */
  close(): Promise<void>;
}

/**
 * Starts a programmable service on a free port of 127.0.0.1. A request that nothing was programmed for gets 501, so that
 * a wrong path in a client is not mistaken for a 404. It keeps idle connections for 75 s, as a real service would.
 */
export async function startStubService(): Promise<StubService> {
  const routes: Route[] = [];
  const requests: RecordedRequest[] = [];
  const sockets = new Map<Socket, number>();
  const waiting = new Set<() => boolean>();
  let acceptedSockets = 0;

  /** Everything that waits looks again; what is satisfied leaves. */
  const changed = () => waiting.forEach((settled) => settled() && waiting.delete(settled));
  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const settled = () => {
        const found = look();
        if (found === undefined) return false;
        resolve(found);
        return true;
      };
      if (!settled()) waiting.add(settled);
    });

  const record = (message: IncomingMessage, response: ServerResponse): RecordedRequest => {
    const url = message.url ?? '/';
    const queryAt = url.indexOf('?');
    const request: RecordedRequest = {
      order: requests.length + 1,
      method: message.method ?? '',
      path: queryAt === -1 ? url : url.slice(0, queryAt),
      query: new URLSearchParams(queryAt === -1 ? '' : url.slice(queryAt)),
      headers: message.headers,
      connection: sockets.get(message.socket) ?? 0,
      closedByClient: new Promise((resolve) => {
        response.once('close', () => !response.writableFinished && resolve());
      }),
    };
    requests.push(request);
    return request;
  };

  const server = createServer({ keepAliveTimeout: 75_000 }, (message, response) => {
    const request = record(message, response);
    const route = routes.findLast((r) => r.method === request.method && r.matches(request.path));
    void (route?.nextReply() ?? problem(501))(response, request);
    changed();
  });
  server.on('connection', (socket) => {
    acceptedSockets += 1;
    sockets.set(socket, acceptedSockets);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      changed();
    });
  });

  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('the stub has no TCP port'));
        else resolve(address.port);
      });
    });
  const whenOpenSockets = async (count = 0) => {
    await until(() => (sockets.size <= count ? true : undefined));
  };
  const stop = async () => {
    if (server.listening) server.close();
    sockets.forEach((_, socket) => socket.resetAndDestroy());
    await whenOpenSockets(0);
  };

  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get openSockets() {
      return sockets.size;
    },
    get acceptedSockets() {
      return acceptedSockets;
    },
    on(method, pattern, ...replies) {
      const known = routes.findIndex((route) => route.method === method && route.pattern === pattern);
      if (known !== -1) routes.splice(known, 1);
      routes.push(createRoute(method, pattern, replies));
    },
    whenRequested(pattern, times = 1) {
      const matches = pathMatcher(pattern);
      return until(() => requests.filter((request) => matches(request.path))[times - 1]);
    },
    whenOpenSockets,
    refuse: stop,
    async accept() {
      await listen(port);
    },
    close: stop,
  };
}
