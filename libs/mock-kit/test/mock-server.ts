import type { Clock } from '@bff/clock';
import { createLogger, createMetrics } from '@bff/observability';
import { type RunningServer, createApp, sendJson, serve } from '@bff/service-shell';
import { type Faults, createFaults, faultRoutes } from '../src/index.ts';

/** A service with one order, its faults, and an admin port of its own. */
export interface MockServer {
  faults: Faults;
  port: number;
  running: RunningServer;
  close(): Promise<void>;
}

export const order = {
  id: 'ord_1',
  status: 'paid',
  total: { amount: 1250, currency: 'EUR' },
  lines: [{ sku: 'A', quantity: 2 }],
};

export async function startMockServer(options: { clock?: Clock; random?: () => number } = {}): Promise<MockServer> {
  const faults = createFaults({
    routes: [
      { name: 'getOrder', method: 'GET', path: '/orders/{orderId}' },
      { name: 'listOrders', method: 'GET', path: '/orders' },
      { name: 'getOrdersByIds', method: 'GET', path: '/orders', whenQueryHas: 'ids' },
      { name: 'searchOrders', method: 'GET', path: '/orders/search' },
      { name: 'getJwks', method: 'GET', path: '/jwks' },
    ],
    sparedByAll: ['getJwks'],
    ...options,
  });
  const app = createApp({
    name: 'order-service',
    logger: createLogger({ app: 'order-service', level: 'silent' }),
    metrics: createMetrics({ app: 'order-service' }),
    routes(router) {
      router.use(faults.middleware);
      router.get('/orders', (_req, res) => sendJson(res, 200, [order]));
      router.get('/orders/search', (_req, res) => sendJson(res, 200, [order]));
      router.get('/orders/:orderId', (_req, res) => sendJson(res, 200, order));
      router.get('/jwks', (_req, res) => sendJson(res, 200, { keys: [] }));
      router.get('/elsewhere', (_req, res) => sendJson(res, 200, {}));
    },
  });
  const running = await serve({ app, port: 0, adminPort: 0, adminRoutes: faultRoutes(faults) });
  faults.attach(running.server);
  return {
    faults,
    running,
    port: Number(new URL(running.url).port),
    async close() {
      faults.dispose();
      await running.close();
    },
  };
}
