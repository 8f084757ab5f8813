import { readJsonBody, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import type { OperatorActs } from '../acts/operator-acts.ts';
import { faultsView } from '../faults/fault-view.ts';
import type { Collector } from '../polling/collector.ts';
import { serviceOf } from '../targets/target.ts';

/** The mock knows its faults, and says what is wrong. */
const anyObject = z.record(z.string(), z.unknown());

/** Faults of the mocks. Not mounted in production. */
export function mountFaultRoutes(router: Router, acts: OperatorActs, collector: Collector): void {
  const live = (service: string) => acts.live(appOf(service, collector), 'service');
  router.get('/api/faults', (_req, res) => sendJson(res, 200, faultsView(collector)));
  router.post('/api/faults/:service', async (req, res) => {
    const body = await readJsonBody({ req, res }, anyObject);
    const replicas = live(req.params.service);
    sendJson(res, 200, await acts.askEach(replicas, { method: 'POST', path: '/faults', body }));
  });
  router.delete('/api/faults/:service', async (req, res) => {
    sendJson(res, 200, await acts.askEach(live(req.params.service), { method: 'DELETE', path: '/faults' }));
  });
  router.delete('/api/faults/:service/:id', async (req, res) => {
    const path = `/faults/${encodeURIComponent(req.params.id)}`;
    sendJson(res, 200, await acts.askEach(live(req.params.service), { method: 'DELETE', path }));
  });
}

/** `payment` and `payment-service` are the same. */
function appOf(name: string, { apps }: Collector): string {
  return apps.find(({ target }) => serviceOf(target) === name)?.target.app ?? name;
}
