import { type ServiceApp, createApp as createShell } from '@bff/service-shell';
import type { ConsoleParts } from './console-parts.ts';
import { mountCircuitRoutes } from './routes/circuit-routes.ts';
import { mountFaultRoutes } from './routes/fault-routes.ts';
import { mountLoadRoutes } from './routes/load-routes.ts';
import { mountStateRoutes } from './routes/state-routes.ts';
import { mountTokenRoutes } from './routes/token-routes.ts';
import { ownPageOnly } from './security/own-page-only.ts';
import { mountWeb } from './web/mount-web.ts';

/** The app as a request listener: the shell around the page and what it asks for. */
export function createApp(parts: ConsoleParts): ServiceApp {
  const { logger, metrics, clock, config, sources, collector, hub, acts, trail, development } = parts;
  return createShell({
    name: 'console',
    logger,
    metrics,
    clock,
    headers: { 'Cross-Origin-Resource-Policy': 'same-origin' },
    routes: (router) => {
      router.use(ownPageOnly(config.hosts));
      router.use('/api', (_req, res, next) => {
        res.setHeader('Cache-Control', 'no-store');
        next();
      });
      mountStateRoutes(router, sources, hub);
      mountCircuitRoutes(router, acts, trail);
      if (development) {
        mountFaultRoutes(router, acts, collector);
        mountLoadRoutes(router, development.load);
        mountTokenRoutes(router, development.issueToken);
      }
      mountWeb(router, parts.webDirs);
    },
  });
}
