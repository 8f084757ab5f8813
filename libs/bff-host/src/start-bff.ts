import { type RunningServer, type ServiceApp, sendJson, serve } from '@bff/service-shell';
import type { BffConfig } from './bff-config.ts';
import type { BffParts } from './create-parts.ts';
import { settingsRoutes } from './settings-routes.ts';

/** Listens: the app on its public port, health and metrics on the admin port. Ends the parts when it is closed or a port is taken. */
export async function startBff(app: ServiceApp, config: BffConfig, parts: BffParts): Promise<RunningServer> {
  // A circuit that an operator has isolated must not be found closed by the first request.
  await parts.operator.started();
  return serve({
    app,
    host: config.host,
    port: config.port,
    adminHost: config.adminHost,
    adminPort: config.adminPort,
    readiness: parts.readiness,
    adminRoutes: (router) => {
      settingsRoutes(parts)(router);
      parts.operator.routes(router);
      parts.recorder.routes(router);
      router.get('/cache', (_req, res) => sendJson(res, 200, parts.cache.snapshot()));
    },
    onClose: parts.onClose,
    shutdown: { notReadyMs: config.shutdownDelayMs },
  });
}
