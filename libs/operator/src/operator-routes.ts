import { HttpProblem } from '@bff/errors';
import type { TokenVerifier } from '@bff/identity';
import { readInput, requestScope, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import { actNames } from './act.ts';
import { readReason } from './act-request.ts';
import type { OperatorDesk } from './operator-desk.ts';
import { requireOperator } from './require-operator.ts';

/**
 * `GET /circuits`, `GET /circuits/acts`, and `POST /circuits/{service}/isolate`, `close` and `reset`, as `adminRoutes` of
 * `serve`. They belong on the admin port. Reading asks for no token; acting asks for one with the role `operator`.
 */
export function operatorRoutes(desk: OperatorDesk, verifier: TokenVerifier): (router: Router) => void {
  return (router) => {
    router.get('/circuits', (_req, res) => sendJson(res, 200, desk.circuits()));
    router.get('/circuits/acts', (_req, res) => sendJson(res, 200, { acts: desk.acts() }));
    for (const act of actNames) {
      router.post(`/circuits/:service/${act}`, async (req, res) => {
        const { service } = readInput(req, { path: z.object({ service: z.string() }) }).path;
        const attempt = { act, service: service.slice(0, LONGEST_NAME) };
        const caller = await requireOperator(
          { verifier, headers: req.headersDistinct, log: requestScope(res).log },
          attempt,
        );
        requireService(desk, service);
        const reason = await readReason({ req, res }, act);
        sendJson(res, 200, await desk.act({ service, act, by: caller.userId, reason }));
      });
    }
  };
}

/** Longer than any name of a service; what somebody made up is cut. */
const LONGEST_NAME = 32;

function requireService(desk: OperatorDesk, service: string): void {
  if (desk.services.includes(service)) return;
  throw new HttpProblem(404, 'SERVICE_NOT_FOUND', 'No service has this name', {
    detail: `There is no service "${service.slice(0, LONGEST_NAME)}"; there are ${desk.services.join(', ')}`,
  });
}
