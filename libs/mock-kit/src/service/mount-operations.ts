import type { OperationContract } from '@bff/contracts';
import { requestScope } from '@bff/service-shell';
import type { RequestHandler, Router } from 'express';
import type { Latency } from '../latency.ts';
import type { OperationRoute } from './operation-route.ts';

/**
 * Puts operations on a router, each behind the service's latency. A client that goes away while it waits is let go: its
 * answer is never worked out. Of operations on one path those that a query field tells apart are tried first.
 */
export function mountOperations(router: Router, routes: readonly OperationRoute[], latency: Latency): void {
  const toldApart = routes.filter(({ operation }) => operation.whenQueryHas !== undefined);
  const others = routes.filter(({ operation }) => operation.whenQueryHas === undefined);
  for (const { operation, handle } of [...toldApart, ...others]) {
    const handler: RequestHandler = async (req, res, next) => {
      if (!isMeant(operation, req.query)) {
        next('route');
        return;
      }
      await latency.wait(requestScope(res).signal);
      handle(req, res);
    };
    const path = expressPath(operation.path);
    if (operation.method === 'GET') router.get(path, handler);
    else router.post(path, handler);
  }
}

const isMeant = ({ whenQueryHas }: OperationContract, query: object): boolean =>
  whenQueryHas === undefined || Object.hasOwn(query, whenQueryHas);

/** `/orders/{orderId}` as Express writes it. */
const expressPath = (template: string): string => template.replaceAll(/\{(\w+)\}/g, ':$1');
