import type { Clock } from '@bff/clock';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ActiveFault } from './active-fault.ts';
import { ALL_ROUTES } from './fault.ts';
import type { FaultRoutes } from './fault-route.ts';
import type { FaultSet } from './fault-set.ts';
import { requestEffects } from './request-effects.ts';

interface FaultMiddlewareOptions {
  routes: FaultRoutes;
  sparedByAll: ReadonlySet<string>;
  active: FaultSet;
  clock: Clock;
  random: () => number;
}

/**
 * Applies to each request what is on for its route. Every latency that fires is waited for; of the other kinds only the
 * one set last takes effect, since a reply can be spoilt in one way only.
 */
export function faultMiddleware({
  routes,
  sparedByAll,
  active,
  clock,
  random,
}: FaultMiddlewareOptions): RequestHandler {
  const firing = (req: Request): ActiveFault[] => {
    const faults = active.list();
    const operation = faults.length === 0 ? undefined : routes.find(req);
    if (operation === undefined) return [];
    return faults.filter(
      (fault) =>
        fault.kind !== 'refuse' &&
        fault.covers(operation) &&
        !(fault.route === ALL_ROUTES && sparedByAll.has(operation)) &&
        (fault.probability >= 1 || random() < fault.probability),
    );
  };

  return (req, res, next) => {
    const faults = firing(req);
    const latencies = faults.filter((fault) => fault.kind === 'latency');
    const spoiler = faults.findLast((fault) => fault.kind !== 'latency');
    applyAll(spoiler ? [...latencies, spoiler] : latencies, { req, res, next, clock });
  };
}

function applyAll(
  faults: readonly ActiveFault[],
  context: { req: Request; res: Response; next: NextFunction; clock: Clock },
): void {
  const [fault, ...others] = faults;
  if (!fault || fault.kind === 'refuse') {
    context.next();
    return;
  }
  fault.timesFired += 1;
  const next: NextFunction = others.length > 0 ? () => applyAll(others, context) : context.next;
  requestEffects[fault.kind]({ ...context, fault, next });
}
