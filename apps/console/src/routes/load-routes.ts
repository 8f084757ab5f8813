import { BadRequest } from '@bff/errors';
import { readJsonBody, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import type { LoadGenerator } from '../load/load-generator.ts';
import { loadPages } from '../load/load-page.ts';
import type { LoadView } from '../wire/index.ts';

const loadBody = z.strictObject({ app: z.string(), page: z.string(), ratePerSecond: z.int().min(1).max(500) });

/** The load generator. Not mounted in production. */
export function mountLoadRoutes(router: Router, load: LoadGenerator): void {
  const view = (): LoadView => ({ load: load.state(), targets });
  router.get('/api/load', (_req, res) => sendJson(res, 200, view()));
  router.post('/api/load', async (req, res) => {
    const wanted = await readJsonBody({ req, res }, loadBody);
    if (load.start(wanted) === undefined) {
      const known = loadPages.map(({ app, page }) => `${page} of ${app}`).join(', ');
      throw new BadRequest([{ in: 'body', field: 'page', reason: `must be one of these: ${known}` }]);
    }
    sendJson(res, 200, view());
  });
  router.delete('/api/load', (_req, res) => {
    load.stop();
    sendJson(res, 200, view());
  });
}

const targets: LoadView['targets'] = [...new Set(loadPages.map(({ app }) => app))].map((app) => ({
  app,
  pages: loadPages.filter((each) => each.app === app).map(({ page }) => page),
}));
