import type { Clock } from '@bff/clock';
import { HttpProblem } from '@bff/errors';
import type { ServiceLimits, Tunable } from '@bff/resilience';
import { readInput, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { z } from 'zod';
import type { LastMinute } from './last-minute/last-minute.ts';
import { pagesReport } from './pages-report.ts';
import type { RecentPages } from './recent-pages.ts';
import { readProposal } from './what-if/proposal.ts';
import type { RecordedCalls } from './what-if/recorded-calls.ts';
import { whatIf } from './what-if/what-if.ts';

export interface RecordedParts {
  readonly app: string;
  readonly clock: Clock;
  readonly limits: ReadonlyMap<string, Tunable<ServiceLimits>>;
  readonly minute: LastMinute;
  readonly recent: RecentPages;
  readonly calls: RecordedCalls;
}

/**
 * `GET /pages` and `POST /circuits/{service}/what-if`, as `adminRoutes` of `serve`. They belong on the admin port. Neither
 * asks for a token: the one reads, and the other changes nothing.
 */
export function flightRecorderRoutes(parts: RecordedParts): (router: Router) => void {
  const { clock, limits, calls } = parts;
  return (router) => {
    router.get('/pages', (_req, res) => sendJson(res, 200, pagesReport(parts)));
    router.post('/circuits/:service/what-if', async (req, res) => {
      const { service } = readInput(req, { path: z.object({ service: z.string() }) }).path;
      const current = limits.get(service) ?? unknownService(service, [...limits.keys()]);
      const proposed = await readProposal({ req, res }, current);
      const window = calls.window(service, clock.now());
      sendJson(res, 200, await whatIf({ service, window, current: current(), proposed, clock }));
    });
  };
}

/** Longer than any name of a service; what somebody made up is cut. */
const LONGEST_NAME = 32;

function unknownService(service: string, known: readonly string[]): never {
  throw new HttpProblem(404, 'SERVICE_NOT_FOUND', 'No service has this name', {
    detail: `There is no service "${service.slice(0, LONGEST_NAME)}"; there are ${known.join(', ')}`,
  });
}
