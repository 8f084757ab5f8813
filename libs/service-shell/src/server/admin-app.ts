import type { Router } from 'express';
import { type AppContext, type ServiceApp, createApp } from '../app/create-app.ts';
import { sendJson, sendText } from '../reply/send-json.ts';
import { type ReadinessCheck, type ReadinessReport, checkReadiness } from './readiness.ts';

export interface AdminOptions {
  checks: Readonly<Record<string, ReadinessCheck>>;
  accepting: () => boolean;
  routes?: ((router: Router) => void) | undefined;
}

/** `GET /livez`, `/readyz`, `/metrics`, and what the app adds. Its requests are neither logged nor counted. */
export function createAdminApp(context: AppContext, { checks, accepting, routes }: AdminOptions): ServiceApp {
  const { name, logger, metrics, clock } = context;
  const check = (): Promise<ReadinessReport> => checkReadiness(checks, { accepting: accepting(), clock });
  return createApp({
    name,
    logger,
    metrics,
    clock,
    observed: false,
    headers: { 'Cache-Control': 'no-store' },
    routes(router) {
      // Answering at all is the proof of life: the event loop turns.
      router.get('/livez', (_req, res) => sendJson(res, 200, { status: 'live' }));
      router.get('/readyz', async (_req, res) => {
        const { ready, checks: results } = await check();
        sendJson(res, ready ? 200 : 503, { status: ready ? 'ready' : 'not-ready', checks: results });
      });
      router.get('/metrics', async (_req, res) => {
        metrics.readiness.checked((await check()).ready);
        const { contentType, text } = await metrics.render();
        sendText(res, 200, text, { 'Content-Type': contentType });
      });
      routes?.(router);
    },
  });
}
