import { sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import type { EventHub } from '../events/event-hub.ts';
import { type StateSources, buildState } from '../state/build-state.ts';

/** What the console knows: once, as it changes, and as it was. */
export function mountStateRoutes(router: Router, sources: StateSources, hub: EventHub): void {
  router.get('/api/state', (_req, res) => sendJson(res, 200, buildState(sources)));
  router.get('/api/history', (_req, res) => sendJson(res, 200, sources.history.whole()));
  router.get('/api/events', (_req, res) => hub.open(res));
}
