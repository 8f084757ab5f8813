import { type RunningServer, type ServiceApp, sendJson, serve } from '@bff/service-shell';
import type { BffConfig } from './bff-config.ts';
import type { BffParts } from './create-parts.ts';

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
      router.get('/settings', (_req, res) => sendJson(res, 200, parts.settings.view()));
      parts.operator.routes(router);
    },
    onClose: parts.onClose,
    shutdown: { notReadyMs: config.shutdownDelayMs },
  });
}
