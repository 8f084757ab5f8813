import { readJsonBody, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import type { AuditTrail } from '../acts/audit-trail.ts';
import type { OperatorActs } from '../acts/operator-acts.ts';
import type { ActName } from '../wire/index.ts';

const actNames: readonly ActName[] = ['isolate', 'close', 'reset'];

/** The BFF says what a reason must be. */
const actBody = z.strictObject({ reason: z.string().optional() });

/** The BFF knows the limits by their names, and says which is wrong. */
const anyObject = z.record(z.string(), z.unknown());

/** What an operator does to circuits and thresholds, and who did. */
export function mountCircuitRoutes(router: Router, acts: OperatorActs, trail: AuditTrail): void {
  for (const act of actNames) {
    router.post(`/api/circuits/:app/:service/${act}`, async (req, res) => {
      const body = await readJsonBody({ req, res }, actBody);
      sendJson(res, 200, await acts.act(act, req.params, { body, authorization: req.headers.authorization }));
    });
  }
  router.post('/api/circuits/:app/:service/what-if', async (req, res) => {
    sendJson(res, 200, await acts.whatIf(req.params, await readJsonBody({ req, res }, anyObject)));
  });
  router.patch('/api/settings/:app', async (req, res) => {
    const body = await readJsonBody({ req, res }, anyObject);
    const { authorization } = req.headers;
    sendJson(res, 200, await acts.patchSettings(req.params.app, { body, authorization }));
  });
  router.get('/api/acts', async (_req, res) => sendJson(res, 200, await trail.read()));
}
