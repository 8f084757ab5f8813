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

/** A hundred ids of the longest kind make a URL of about 4 KiB. */
const maxUrlChars = 8192;

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
