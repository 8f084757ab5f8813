import { HttpProblem } from '@bff/errors';
import { readJsonBody, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import type { Faults } from '../faults/create-faults.ts';
import { faultRequestSchema } from '../faults/fault-request-schema.ts';

/**
 * `GET /faults`, `POST /faults`, `DELETE /faults` and `DELETE /faults/{id}`, as the `adminRoutes` of `serve`. They belong
 * on the admin port only, which no fault touches.
 */
export function faultRoutes(faults: Faults): (router: Router) => void {
  const schema = faultRequestSchema(faults.routeNames);
  return (router) => {
    router.get('/faults', (_req, res) => sendJson(res, 200, { faults: faults.list() }));

    router.post('/faults', async (req, res) => {
      const fault = await faults.set(await readJsonBody({ req, res }, schema));
      sendJson(res, 201, fault, { Location: `/faults/${fault.id}` });
    });

    router.delete('/faults', async (_req, res) => sendJson(res, 200, { cleared: await faults.clearAll() }));

    router.delete('/faults/:id', async (req, res) => {
      if (await faults.clear(req.params.id)) res.writeHead(204).end();
      else throw new HttpProblem(404, 'FAULT_NOT_FOUND', 'No fault with this id is on');
    });
  };
}
