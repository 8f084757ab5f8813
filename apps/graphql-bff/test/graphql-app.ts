import { resolve } from 'node:path';
import type { ServiceName } from '@bff/downstream-clients';
import { type LiveSettings, fixedSettings } from '@bff/live-settings';
import { loadConfig, readYamlFile } from '@bff/service-shell';
import {
  type BffWithStubs,
  type RecordedRequest,
  aPayment,
  aUser,
  anItem,
  anOrder,
  reply,
  startBffWithStubs,
  stockOf,
} from '@bff/testing';
import supertest from 'supertest';
import { start } from '../src/composition-root.ts';
import { configSchema } from '../src/config.ts';
import { type GraphqlSettings, settingsSchema } from '../src/settings.ts';

const configFile = resolve(import.meta.dirname, '../../../config/graphql-bff.yaml');

/** An answer's body, as far as the tests look at it. */
export interface GraphqlBody {
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows what it has asked for
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly bff: {
      readonly complete: boolean;
      readonly degraded: boolean;
      readonly requestId: string;
      readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: GraphqlBody;
}

export interface Asking {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** graphql-bff as it ships, with four programmable services that know whatever they are asked for. */
export interface GraphqlApp extends BffWithStubs {
  /** POST as `usr_1`, in the media type of the draft unless told otherwise. */
  query(query: string | undefined, asking?: Asking): Promise<GraphqlAnswer>;
  /** The same by GET. */
  queryByGet(query: string | undefined, asking?: Asking): Promise<GraphqlAnswer>;
}

export interface GraphqlAppOptions {
  /** Retries of every service. Default 0: on a clock that stands still, the wait before a retry would never end. */
  readonly retries?: number;
  /** Milliseconds that an attempt may take, where a test needs more than the configuration gives. */
  readonly attemptMs?: Readonly<Partial<Record<ServiceName, number>>>;
  /** Milliseconds for the whole operation, likewise. */
  readonly deadlineMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What holds the settings: a test that changes them while the app runs brings its own. Default: they stay. */
  readonly hold?: (values: GraphqlSettings) => LiveSettings<GraphqlSettings>;
}

const accept = 'application/graphql-response+json';

export async function startGraphqlApp({
  retries = 0,
  attemptMs = {},
  deadlineMs,
  env = {},
  hold = fixedSettings,
}: GraphqlAppOptions = {}): Promise<GraphqlApp> {
  const app = await startBffWithStubs('graphql-bff', ({ env: surroundings, clock, logger }) => {
    const settings = readYamlFile(configFile, settingsSchema);
    if (deadlineMs !== undefined) settings.page.deadlineMs = deadlineMs;
    for (const [service, limits] of Object.entries(settings.services)) {
      Object.assign(limits, { retries, attemptMs: attemptMs[service as ServiceName] ?? limits.attemptMs });
    }
    return start(loadConfig(configSchema, { ...surroundings, ...env }), hold(settings), { clock, logger });
  });
  knowEverything(app);
  const answerOf = ({ status, headers, body }: supertest.Response): GraphqlAnswer => ({ status, headers, body });
  return {
    ...app,
    async query(query, { headers = {}, ...parameters } = {}) {
      const request = supertest(app.server.url).post('/graphql');
      return answerOf(
        await request
          .set({ accept, ...app.bearer(), ...headers })
          .parse(readJson)
          .send({ query, ...parameters }),
      );
    },
    async queryByGet(query, { headers = {}, variables, extensions, operationName } = {}) {
      const parameters = {
        ...(query !== undefined && { query }),
        ...(operationName !== undefined && { operationName }),
        ...(variables && { variables: JSON.stringify(variables) }),
        ...(extensions && { extensions: JSON.stringify(extensions) }),
      };
      const request = supertest(app.server.url).get('/graphql').query(parameters);
      return answerOf(await request.set({ accept, ...app.bearer(), ...headers }).parse(readJson));
    },
  };
}

/** supertest knows `application/json` only. */
const readJson = (res: supertest.Response, done: (error: Error | null, body: unknown) => void): void => {
  let text = '';
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (text += chunk));
  stream.on('end', () => done(null, text === '' ? undefined : JSON.parse(text)));
};

const idsOf = ({ query }: RecordedRequest, name: string): string[] => query.get(name)?.split(',') ?? [];

/** Order `ord_n` has two lines with products of its own, and so on. */
export const orderWithId = (id: string) => {
  const number = Number(id.replace(/\D/g, ''));
  const line = (sku: string) => ({
    sku,
    name: `Product ${sku}`,
    quantity: 1,
    unitPrice: { amount: 500, currency: 'EUR' },
  });
  return anOrder({ id, lines: [line(`SKU-${2 * number - 1}`), line(`SKU-${2 * number}`)] });
};

/** However many orders are asked for, they are there: `ord_1` first. */
export function knowEverything({ order, user, payment, inventory }: BffWithStubs): void {
  order.on(
    'GET',
    '/orders',
    reply.json((request: RecordedRequest) => {
      if (request.query.has('ids')) return { orders: idsOf(request, 'ids').map(orderWithId) };
      const limit = Number(request.query.get('limit') ?? 20);
      const orders = Array.from({ length: limit }, (_, index) => orderWithId(`ord_${index + 1}`));
      return { orders, nextCursor: null, totalCount: limit, cursors: orders.map(({ id }) => `after-${id}`) };
    }),
  );
  user.on(
    'GET',
    '/users',
    reply.json((request: RecordedRequest) => ({ users: idsOf(request, 'ids').map((id) => aUser({ id })) })),
  );
  payment.on(
    'GET',
    '/payments',
    reply.json((request: RecordedRequest) => ({
      payments: idsOf(request, 'orderIds').map((orderId) => aPayment({ id: `pay_${orderId.slice(4)}`, orderId })),
    })),
  );
  inventory.on(
    'GET',
    '/api/v2/items',
    reply.json((request: RecordedRequest) => ({
      items: idsOf(request, 'sku_codes').map((sku) => anItem({ sku_code: sku })),
    })),
  );
  inventory.on(
    'GET',
    '/api/v2/stock',
    reply.json((request: RecordedRequest) => ({
      stock: idsOf(request, 'sku_codes').flatMap((sku) => stockOf(sku, 3)),
    })),
  );
}

/** A whole order: a section of each service, and of the inventory two. */
export const wholeOrder = `
  query WholeOrder($id: OrderId! = "ord_1") {
    order(id: $id) {
      id
      status
      customer { name }
      payment { status }
      lines { sku product { name stock { available } } }
    }
  }
`;
