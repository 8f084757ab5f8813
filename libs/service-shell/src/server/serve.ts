import type { Server } from 'node:http';
import type { Router } from 'express';
import type { ServiceApp } from '../app/create-app.ts';
import { createAdminApp } from './admin-app.ts';
import { type HttpListener, startListener } from './http-listener.ts';
import type { ReadinessCheck } from './readiness.ts';
import { type ServerLimits, defaultServerLimits } from './server-limits.ts';
import { type CloseHook, type ShutdownLimits, defaultShutdownLimits, drain, runHooks } from './shutdown.ts';

export interface ServeOptions {
  /** Name, logger, metrics and clock come with it. */
  app: ServiceApp;
  /** Default 127.0.0.1. */
  host?: string;
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1: health, metrics and faults are nobody else's business. */
  adminHost?: string;
  adminPort: number;
  /** What `/readyz` asks, by name. */
  readiness?: Readonly<Record<string, ReadinessCheck>>;
  /** More routes on the admin port. */
  adminRoutes?: (router: Router) => void;
  /** Run after the last connection is gone, or when the server could not be started. */
  onClose?: readonly CloseHook[];
  limits?: Partial<ServerLimits>;
  shutdown?: Partial<ShutdownLimits>;
}

export interface RunningServer {
  /** `http://127.0.0.1:3001`, without a slash at the end. */
  readonly url: string;
  readonly adminUrl: string;
  /** The public server. */
  readonly server: Server;
  readonly app: ServiceApp;
  /** The longest that `close` can take. */
  readonly longestCloseMs: number;
  /** Graceful shutdown; resolves when nothing of the server is left. Calling it again gives the same promise. */
  close(): Promise<void>;
}

/**
 * Starts an app and its admin server. Rejects with `PortError` when a port cannot be had, leaving nothing open: the
 * `onClose` hooks are run then too.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { app } = options;
  const shutdown = { ...defaultShutdownLimits, ...options.shutdown };
  const { listener, admin } = await startListeners(options).catch(async (error: unknown) => {
    await runHooks(options.onClose ?? [], app, shutdown);
    throw error;
  });
  const { logger } = app.context;
  logger.info({ url: listener.url, adminUrl: admin.url }, 'listening');

  const close = async (): Promise<void> => {
    logger.info({ inFlight: app.requests.count }, 'shutting down');
    await drain(app, listener, shutdown);
    await runHooks(options.onClose ?? [], app, shutdown);
    endAtOnce(admin);
    await admin.whenClosed();
    logger.info('stopped');
  };
  let closing: Promise<void> | undefined;
  return {
    url: listener.url,
    adminUrl: admin.url,
    server: listener.server,
    app,
    longestCloseMs: shutdown.notReadyMs + shutdown.drainMs + shutdown.abortMs + shutdown.hooksMs,
    close: () => (closing ??= close()),
  };
}

async function startListeners(options: ServeOptions): Promise<{ listener: HttpListener; admin: HttpListener }> {
  const { app, host = '127.0.0.1', port, adminHost = '127.0.0.1', adminPort } = options;
  const limits = { ...defaultServerLimits, ...options.limits };
  const adminApp = createAdminApp(app.context, {
    checks: options.readiness ?? {},
    accepting: () => !app.requests.draining,
    routes: options.adminRoutes,
  });
  const listener = await startListener({ app, what: 'public', env: 'PORT', host, port, limits });
  try {
    const what = { what: 'admin', env: 'ADMIN_PORT', host: adminHost, port: adminPort };
    return { listener, admin: await startListener({ app: adminApp, ...what, limits }) };
  } catch (error) {
    endAtOnce(listener);
    throw error;
  }
}

function endAtOnce(listener: HttpListener): void {
  listener.stopListening();
  listener.destroyAll();
}
