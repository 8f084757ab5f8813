import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@bff/clock';
import express from 'express';
import { type Faults, createFaults, faultsRouter } from '../src/index.ts';

/** A service with one order, its faults, and an admin port of its own. */
export interface MockServer {
  faults: Faults;
  port: number;
  admin: string;
  server: Server;
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
  const app = express();
  app.use(faults.middleware);
  app.get('/orders', (_req, res) => void res.json([order]));
  app.get('/orders/search', (_req, res) => void res.json([order]));
  app.get('/orders/:orderId', (_req, res) => void res.json(order));
  app.get('/jwks', (_req, res) => void res.json({ keys: [] }));
  app.get('/elsewhere', (_req, res) => void res.json({}));
  const admin = express();
  admin.use(faultsRouter(faults));
  const [server, adminServer] = await Promise.all([listen(app), listen(admin)]);
  faults.attach(server);
  return {
    faults,
    server,
    port: portOf(server),
    admin: `http://127.0.0.1:${portOf(adminServer)}`,
    async close() {
      faults.dispose();
      await Promise.all([server, adminServer].map(closeServer));
    },
  };
}

async function listen(app: express.Express): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const isAddress = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null;

export function portOf(server: Server): number {
  const address = server.address();
  return isAddress(address) ? address.port : 0;
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
