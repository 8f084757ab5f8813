import { type RunningServer, type ServiceApp, serve } from '@bff/service-shell';
import type { BffConfig } from './bff-config.ts';
import type { BffParts } from './create-parts.ts';

/** Listens: the app on its public port, health and metrics on the admin port. Ends the parts when it is closed or a port is taken. */
export const startBff = (app: ServiceApp, config: BffConfig, parts: BffParts): Promise<RunningServer> =>
  serve({
    app,
    host: config.host,
    port: config.port,
    adminHost: config.adminHost,
    adminPort: config.adminPort,
    readiness: parts.readiness,
    onClose: parts.onClose,
    shutdown: { notReadyMs: config.shutdownDelayMs },
  });
