import { type BffParts, type Settings, observePages } from '@bff/bff-host';
import { requireCaller } from '@bff/identity';
import type { LiveSettings } from '@bff/live-settings';
import { mountDocuments, mountPages } from '@bff/rest-pages';
import { type ServiceApp, createApp as createShell } from '@bff/service-shell';
import { document } from './openapi.ts';
import { routes } from './routes.ts';

/** The app as a request listener: the shell around the pages. */
export function createApp(parts: BffParts, settings: LiveSettings<Settings>, serverTiming: boolean): ServiceApp {
  const { app: name, logger, metrics, clock, verifier, services, cache } = parts;
  return createShell({
    name,
    logger,
    metrics,
    clock,
    shedding: { limits: () => settings.current().shedding },
    routes: (router) => {
      mountDocuments(router, document);
      mountPages(router, routes, {
        clock,
        cache,
        deadlineMs: () => settings.current().page.deadlineMs,
        contextOf: async (req) => ({ caller: await requireCaller(verifier, req.headersDistinct) }),
        sourcesFor: (call) => services.bind(call),
        observer: observePages(metrics, logger),
        recording: parts.recording,
        serverTiming,
      });
    },
  });
}
