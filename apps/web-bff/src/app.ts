import { type BffParts, observePages } from '@bff/bff-host';
import { allowOrigins, compressAnswers, crossOriginHeaders } from '@bff/bff-http';
import { requireCaller } from '@bff/identity';
import type { LiveSettings } from '@bff/live-settings';
import { mountDocuments, mountPages } from '@bff/rest-pages';
import { type ServiceApp, createApp as createShell } from '@bff/service-shell';
import type { WebConfig } from './config.ts';
import { document } from './openapi.ts';
import { routes } from './routes.ts';
import type { WebSettings } from './settings.ts';

/** The app as a request listener: the shell around the pages, and what a browser wants on top. */
export function createApp(parts: BffParts, settings: LiveSettings<WebSettings>, config: WebConfig): ServiceApp {
  const { app: name, logger, metrics, clock, verifier, services, cache } = parts;
  return createShell({
    name,
    logger,
    metrics,
    clock,
    shedding: { limits: () => settings.current().shedding, headersFor: crossOriginHeaders(config.corsOrigins) },
    routes: (router) => {
      allowOrigins(router, config.corsOrigins, routes);
      compressAnswers(router, { minBytes: () => settings.current().compression.minBytes });
      mountDocuments(router, document);
      mountPages(router, routes, {
        clock,
        cache,
        deadlineMs: () => settings.current().page.deadlineMs,
        contextOf: async (req) => ({
          caller: await requireCaller(verifier, req.headersDistinct),
          nowMs: clock.wallTime(),
        }),
        sourcesFor: (call) => services.bind(call),
        observer: observePages(metrics, logger),
        recording: parts.recording,
        serverTiming: config.environment !== 'production',
        etags: true,
      });
    },
  });
}
