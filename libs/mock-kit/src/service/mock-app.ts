import { openApiOf } from '@bff/contracts';
import { type ServiceApp, createApp, sendJson } from '@bff/service-shell';
import type { Router } from 'express';
import { mountOperations } from './mount-operations.ts';
import type { MockParts } from './mock-parts.ts';
import type { OperationRoute } from './operation-route.ts';

export interface MockAppOptions extends MockParts {
  readonly operations: readonly OperationRoute[];
  /** Routes and handlers after the operations: what the contract's operations are not, or an error dialect. */
  readonly afterOperations?: (router: Router) => void;
}

/**
 * 300 SKUs of the longest kind, the most that a contract allows, make a URL of just under 10 KB. The rest is there so that
 * a few more are refused by the contract, which says how many it takes, and not for their length.
 */
const maxUrlChars = 12_288;

/** The public app of a mock service: faults, then the operations behind their latency, and the OpenAPI document. */
export function createMockApp({
  operations,
  afterOperations,
  faults,
  latency,
  contract,
  ...parts
}: MockAppOptions): ServiceApp {
  const document = openApiOf(contract);
  return createApp({
    ...parts,
    limits: { maxUrlChars },
    routes(router) {
      router.use(faults.middleware);
      mountOperations(router, operations, latency);
      router.get('/openapi.json', (_req, res) => sendJson(res, 200, document));
      afterOperations?.(router);
    },
  });
}
