import { settingsSchema } from '@bff/bff-host';
import { createLogSink, createLogger } from '@bff/observability';
import { type RunningServer, loadConfig, readYamlFile } from '@bff/service-shell';
import {
  type StubService,
  type TokenIssuer,
  VirtualClock,
  reply,
  startStubService,
  startTokenIssuer,
} from '@bff/testing';
import { resolve } from 'node:path';
import supertest from 'supertest';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';

import { aPayment, aUser, anOrder, stockOf } from './fixtures.ts';

const configFile = resolve(import.meta.dirname, '../../../config/mobile-bff.yaml');

/** mobile-bff as it ships, on real ports, with four programmable services and a real token issuer. Time stands still. */
export interface MobileApp {
  readonly server: RunningServer;
  readonly clock: VirtualClock;
  readonly issuer: TokenIssuer;
  readonly order: StubService;
  readonly user: StubService;
  readonly payment: StubService;
  readonly inventory: StubService;
  /** Everything that was logged so far, as one text. */
  logText(): string;
  /** GET as `usr_1`, unless another token is given. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: 'get' | 'head'): supertest.Test;
  close(): Promise<void>;
}

export interface MobileAppOptions {
  /**
   * Retries of every service. Default 0: on a clock that stands still, the wait before a retry would never end.
   */
  readonly retries?: number;
}

export async function startMobileApp({ retries = 0 }: MobileAppOptions = {}): Promise<MobileApp> {
  const [order, user, payment, inventory] = await Promise.all([
    startStubService(),
    startStubService(),
    startStubService(),
    startStubService(),
  ]);
  const clock = new VirtualClock({ wallTime: Date.now() });
  const issuer = await startTokenIssuer({ clock });
  const log = createLogSink();
  const config = loadConfig(configSchema, {
    PORT: '0',
    ADMIN_PORT: '0',
    ORDER_SERVICE_URL: order.url,
    USER_SERVICE_URL: user.url,
    PAYMENT_SERVICE_URL: payment.url,
    INVENTORY_SERVICE_URL: inventory.url,
    AUTH_ISSUER: issuer.issuer,
    AUTH_JWKS_URL: issuer.jwksUrl,
  });
  const logger = createLogger({ app: 'mobile-bff', destination: log });
  const settings = readYamlFile(configFile, settingsSchema);
  for (const limits of Object.values(settings.services)) limits.retries = retries;
  const server = await start(config, settings, { clock, logger });

  order.on('GET', '/orders/:orderId', reply.json(anOrder()));
  order.on('GET', '/orders', reply.json({ orders: [anOrder()], nextCursor: null, totalCount: 1 }));
  user.on('GET', '/users/:userId', reply.json(aUser()));
  payment.on('GET', '/payments', reply.json({ payments: [aPayment()] }));
  inventory.on('GET', '/api/v2/stock', reply.json({ stock: [...stockOf('SKU-0001', 3), ...stockOf('SKU-0002', 0)] }));
  inventory.on('GET', '/api/v2/items', reply.json({ items: [] }));

  return {
    server,
    clock,
    issuer,
    order,
    user,
    payment,
    inventory,
    logText: () => log.text(),
    get(path, headers = {}, method = 'get') {
      const client = supertest(server.url);
      const request = method === 'head' ? client.head(path) : client.get(path);
      return request.set({ authorization: `Bearer ${issuer.token({ sub: 'usr_1' })}`, ...headers });
    },
    async close() {
      const closed = server.close();
      // A shutdown waits on the clock as well.
      await clock.advanceBy(server.longestCloseMs);
      await closed;
      await Promise.all([issuer, order, user, payment, inventory].map((part) => part.close()));
    },
  };
}
