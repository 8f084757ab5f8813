import type { Clock } from '@bff/clock';
import type { ServiceConnections } from '@bff/downstream-clients';
import { type TokenVerifier, requireCaller } from '@bff/identity';
import type { Logger, Metrics } from '@bff/observability';
import { mountPages, observePages } from '@bff/rest-pages';
import type { Tunable } from '@bff/resilience';
import { type ServiceApp, createApp as createShell } from '@bff/service-shell';
import { routes } from './routes.ts';

export interface AppParts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly verifier: TokenVerifier;
  readonly services: ServiceConnections;
  readonly pageDeadlineMs: Tunable<number>;
  readonly serverTiming: boolean;
}

/** The app as a request listener: the shell around the pages. */
export function createApp(parts: AppParts): ServiceApp {
  const { logger, metrics, clock, verifier, services, pageDeadlineMs, serverTiming } = parts;
  return createShell({
    name: 'mobile-bff',
    logger,
    metrics,
    clock,
    routes: (router) =>
      mountPages(router, routes, {
        clock,
        deadlineMs: pageDeadlineMs,
        contextOf: async (req) => ({ caller: await requireCaller(verifier, req.headersDistinct) }),
        sourcesFor: (call) => services.bind(call),
        observer: observePages(metrics, logger),
        serverTiming,
      }),
  });
}
