import { type Clock, systemClock } from '@bff/clock';
import { createPolicies, createServices, observeServices } from '@bff/downstream-clients';
import { createTokenVerifier } from '@bff/identity';
import { type Logger, createLogger, createMetrics } from '@bff/observability';
import { type ConfigOf, type RunningServer, serve } from '@bff/service-shell';
import { createApp } from './app.ts';
import type { configSchema } from './config.ts';
import type { Settings } from './settings.ts';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** Constructs the whole of mobile-bff and starts it. The only place where its parts are made. */
export function start(
  config: ConfigOf<typeof configSchema>,
  settings: Settings,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const app = 'mobile-bff';
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger({ app, level: config.logLevel });
  const metrics = createMetrics({ app });
  const observer = observeServices(metrics, logger);
  const policies = createPolicies({ limits: () => settings.services, clock, observer, metrics });
  const services = createServices({
    urls: { order: config.orderUrl, user: config.userUrl, payment: config.paymentUrl, inventory: config.inventoryUrl },
    policies,
    clock,
    app,
  });
  const verifier = createTokenVerifier({
    issuer: config.authIssuer,
    audience: config.authAudience,
    jwksUrl: config.authJwksUrl,
    clock,
    logger,
  });

  return serve({
    app: createApp({
      logger,
      metrics,
      clock,
      verifier,
      services,
      pageDeadlineMs: () => settings.page.deadlineMs,
      serverTiming: config.environment !== 'production',
    }),
    host: config.host,
    port: config.port,
    adminHost: config.adminHost,
    adminPort: config.adminPort,
    readiness: { identityKeys: () => verifier.ready() },
    onClose: [() => services.close(), () => verifier.close()],
  });
}
