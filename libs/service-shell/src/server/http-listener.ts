import { type Server, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ServiceApp } from '../app/create-app.ts';
import { clientErrorHandler } from './client-error.ts';
import { PortError } from './port-error.ts';
import { type ServerLimits, applyLimits, nodeOptions } from './server-limits.ts';

/** A `node:http` server for one app, which knows its connections. */
export interface HttpListener {
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  /** Takes no new connections. Those that are open stay. */
  stopListening(): void;
  /** Destroys the connections that no request is being answered on. */
  closeIdle(): void;
  destroyAll(): void;
  /** Resolves when the last connection is gone. */
  whenClosed(): Promise<void>;
}

export interface ListenOptions {
  app: ServiceApp;
  /** Which one it is, for the message when the port is taken: `public` or `admin`. */
  what: string;
  /** The variable that sets the port, for the same message. */
  env: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  limits: ServerLimits;
}

/** Rejects with `PortError` when the port cannot be had. */
export async function startListener({ app, what, env, host, port, limits }: ListenOptions): Promise<HttpListener> {
  const server = createServer(nodeOptions(limits), app);
  applyLimits(server, app.context.limits);
  server.on('clientError', clientErrorHandler(app));
  // The app decides before it lets a body come (RFC 9110 section 10.1.1); without these listeners Node asks for it first.
  server.on('checkContinue', app);
  server.on('checkExpectation', app);
  const connections = trackConnections(server);
  await listening(server, host, port).catch((error: Error) => {
    throw new PortError({ app: app.context.name, what, host, port, env }, error);
  });
  const actual = portOf(server);
  return {
    server,
    port: actual,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    stopListening() {
      if (server.listening) server.close();
    },
    closeIdle() {
      for (const socket of connections.open) if (app.requests.on(socket).length === 0) socket.destroy();
    },
    destroyAll() {
      for (const socket of connections.open) socket.destroy();
    },
    whenClosed: connections.whenNone,
  };
}

/** Node's own `closeIdleConnections` leaves alone a connection that has not sent anything yet, so they are kept here. */
function trackConnections(server: Server): { open: ReadonlySet<Socket>; whenNone(): Promise<void> } {
  const open = new Set<Socket>();
  let waiting: (() => void)[] = [];
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) for (const resolve of waiting.splice(0)) resolve();
    });
  });
  return {
    open,
    whenNone: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
