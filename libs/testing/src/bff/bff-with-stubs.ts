import { type LogLine, type Logger, createLogSink, createLogger } from '@bff/observability';
import supertest from 'supertest';
import type { RecordedRequest } from '../stub-service/recorded-request.ts';
import * as reply from '../stub-service/replies.ts';
import { type StubService, startStubService } from '../stub-service/stub-service.ts';
import type { Fields } from '../token-issuer/jwt.ts';
import { type TokenIssuer, startTokenIssuer } from '../token-issuer/token-issuer.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { aPayment, aUser, anItem, anItemPage, anOrder, stockOf } from './fixtures.ts';

/** The parts of a `RunningServer` that tests use. */
export interface RunningBff {
  readonly url: string;
  readonly adminUrl: string;
  readonly app: {
    readonly requests: {
      /** Requests that are being answered at this moment. */
      readonly count: number;
    };
  };
  /** Milliseconds that a close may take at most. */
  readonly longestCloseMs: number;
  close(): Promise<void>;
}

/** A BFF as it ships, on real ports, with four programmable services and a real token issuer. Time stands still. */
export interface BffWithStubs {
  readonly server: RunningBff;
  readonly clock: VirtualClock;
  readonly issuer: TokenIssuer;
  readonly order: StubService;
  readonly user: StubService;
  readonly payment: StubService;
  readonly inventory: StubService;
  /** How many requests each service has had, by name. */
  calls(): Readonly<Record<'order' | 'user' | 'payment' | 'inventory', number>>;
  /** Everything that was logged so far, as one text. */
  logText(): string;
  logLines(): readonly LogLine[];
  /** A token's header, for `usr_1` unless the claims say otherwise. */
  bearer(claims?: Fields): Readonly<Record<string, string>>;
  /** GET as `usr_1`, unless another token is given. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: 'get' | 'head'): supertest.Test;
  close(): Promise<void>;
}

/** What the BFF is started in. */
export interface BffSurroundings {
  /** Any free port, and where the services and the issuer are. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: VirtualClock;
  readonly logger: Logger;
}

/** Starts the stubs, then the BFF; every service answers well until a test says otherwise. */
export async function startBffWithStubs(
  app: string,
  start: (surroundings: BffSurroundings) => Promise<RunningBff>,
): Promise<BffWithStubs> {
  const [order, user, payment, inventory] = await Promise.all([
    startStubService(),
    startStubService(),
    startStubService(),
    startStubService(),
  ]);
  const clock = new VirtualClock({ wallTime: Date.now() });
  const issuer = await startTokenIssuer({ clock });
  const log = createLogSink();
  const parts = [issuer, order, user, payment, inventory];
  const closeParts = () => Promise.all(parts.map((part) => part.close()));
  const surroundings: BffSurroundings = {
    env: {
      PORT: '0',
      ADMIN_PORT: '0',
      ORDER_SERVICE_URL: order.url,
      USER_SERVICE_URL: user.url,
      PAYMENT_SERVICE_URL: payment.url,
      INVENTORY_SERVICE_URL: inventory.url,
      AUTH_ISSUER: issuer.issuer,
      AUTH_JWKS_URL: issuer.jwksUrl,
    },
    clock,
    logger: createLogger({ app, destination: log }),
  };
  let server: RunningBff;
  try {
    server = await start(surroundings);
  } catch (error) {
    await closeParts();
    throw error;
  }
  const stubs = { order, user, payment, inventory };
  answerWell(stubs);

  const bearer = (claims: Fields = {}) => ({ authorization: `Bearer ${issuer.token({ sub: 'usr_1', ...claims })}` });
  return {
    server,
    clock,
    issuer,
    ...stubs,
    calls: () => ({
      order: order.requests.length,
      user: user.requests.length,
      payment: payment.requests.length,
      inventory: inventory.requests.length,
    }),
    logText: () => log.text(),
    logLines: () => log.lines(),
    bearer,
    get(path, headers = {}, method = 'get') {
      const client = supertest(server.url);
      const request = method === 'head' ? client.head(path) : client.get(path);
      return request.set({ ...bearer(), ...headers });
    },
    async close() {
      const closed = server.close();
      // A shutdown waits on the clock as well.
      await clock.advanceBy(server.longestCloseMs);
      await closed;
      await closeParts();
    },
  };
}

function answerWell({
  order,
  user,
  payment,
  inventory,
}: Pick<BffWithStubs, 'order' | 'user' | 'payment' | 'inventory'>) {
  order.on('GET', '/orders/:orderId', reply.json(anOrder()));
  order.on('GET', '/orders', reply.json({ orders: [anOrder()], nextCursor: null, totalCount: 1 }));
  order.on('GET', '/orders/spending', reply.json({ months: [] }));
  user.on('GET', '/users/:userId', reply.json(aUser()));
  payment.on('GET', '/payments', reply.json({ payments: [aPayment()] }));
  const stock = [...stockOf('SKU-0001', 3), ...stockOf('SKU-0002', 0)];
  const asked = ({ query }: RecordedRequest) => query.get('sku_codes')?.split(',') ?? [];
  inventory.on(
    'GET',
    '/api/v2/stock',
    reply.json((request: RecordedRequest) => ({ stock: stock.filter((row) => asked(request).includes(row.sku_code)) })),
  );
  inventory.on('GET', '/api/v2/items', reply.json({ items: [] }));
  inventory.on('GET', '/api/v2/items/:sku', reply.json(anItem()));
  inventory.on('GET', '/api/v2/items/search', reply.json(anItemPage([anItem()])));
}
