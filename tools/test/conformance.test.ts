import { type ColdOrder, coldOrders } from '../src/running/cold-orders.ts';
import {
  type Answer,
  type ServiceName,
  type WholeSystem,
  serviceNames,
  startWholeSystem,
} from '../src/running/whole-system.ts';

/** The breaker's open time at its longest jitter, and two seconds. */
const RECOVERY_MS = 6000 + 2000;

const bffs = ['mobile-bff', 'web-bff', 'graphql-bff'] as const;
type Bff = (typeof bffs)[number];

const query = `query ($id: OrderId!) {
  order(id: $id) { id customer { name } payment { status } lines { sku product { name stock { available } } } }
}`;

/** Where each BFF says how the order of a service came out. Without the products GraphQL has nothing to ask the stock of. */
const sectionOf: Record<ServiceName, Record<Bff, string>> = {
  order: { 'mobile-bff': 'order', 'web-bff': 'order', 'graphql-bff': 'order' },
  user: { 'mobile-bff': 'customer', 'web-bff': 'customer', 'graphql-bff': 'order.customer' },
  payment: { 'mobile-bff': 'payment', 'web-bff': 'payment', 'graphql-bff': 'order.payment' },
  inventory: { 'mobile-bff': 'stock', 'web-bff': 'stock', 'graphql-bff': 'order.lines.product' },
};

/** What a BFF says of a section, whatever form it has for it. */
interface Told {
  readonly status: string;
  readonly code: string;
  readonly retryable: boolean | undefined;
  readonly ageSeconds: number | undefined;
}

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem();
}, 30_000);
afterAll(() => system.close());

const nextColdOrder = coldOrders();

const pathFor = (bff: Bff, { path, orderId }: ColdOrder): string =>
  bff === 'graphql-bff'
    ? `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ id: orderId }) })}`
    : path;

/** Asks all three for the same order. */
async function askAll(order: ColdOrder): Promise<Record<Bff, Answer>> {
  const answers = await Promise.all(bffs.map((bff) => system.get(pathFor(bff, order), order.userId, bff)));
  const [mobile, web, graphql] = answers;
  if (!mobile || !web || !graphql) throw new Error('a BFF did not answer');
  return { 'mobile-bff': mobile, 'web-bff': web, 'graphql-bff': graphql };
}

/** A section that failed is in the extensions and the errors of GraphQL alike, and with REST a whole page may be. */
function toldBy(bff: Bff, { body }: Answer, service: ServiceName): Told {
  const name = sectionOf[service][bff];
  const section = (body.meta ?? body.extensions?.bff)?.sections[name];
  if (section) {
    const error = body.errors?.find(({ extensions }) => extensions?.section === name);
    if (bff === 'graphql-bff' && section.status === 'failed') {
      expect(error?.extensions).toMatchObject({ code: section.code, retryable: section.retryable, service });
    }
    const { status, code, retryable, ageSeconds } = section;
    return { status, code, retryable, ageSeconds };
  }
  if (body.section === name && body.code !== undefined) {
    return { status: 'failed', code: body.code, retryable: body.retryable, ageSeconds: undefined };
  }
  throw new Error(`${bff} says nothing of ${name}: ${JSON.stringify(body)}`);
}

const toldByAll = (answers: Record<Bff, Answer>, service: ServiceName): Told[] =>
  bffs.map((bff) => toldBy(bff, answers[bff], service));

/** Good calls to every service by every BFF, so that the failures before do not add up to an open circuit. */
async function makeHealthy(): Promise<void> {
  for (let visits = 0; visits < 4; visits += 1) {
    const order = nextColdOrder();
    for (const bff of bffs) await system.whenWhole(pathFor(bff, order), RECOVERY_MS, order.userId, bff);
  }
}

const failed = { status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE', retryable: true };

/** Kills a service, asks all three for an order, and starts it again. */
async function askWithout(service: ServiceName, order: ColdOrder): Promise<Record<Bff, Answer>> {
  await system.signIn(order.userId);
  await system.kill(service);
  try {
    // Past what may be shown as fresh of stock. Customer and product are fresh for longer.
    await pause(2100);
    return await askAll(order);
  } finally {
    await system.revive(service);
  }
}

beforeEach(makeHealthy, 60_000);

it.each(serviceNames)(
  'with the %s service killed, all three say the same of an order that nobody has seen',
  async (service) => {
    const answers = await askWithout(service, nextColdOrder());
    expect(toldByAll(answers, service)).toMatchObject([failed, failed, failed]);
  },
  60_000,
);

describe('of an order that all have shown before', () => {
  const askAgainWithout = async (service: ServiceName) => {
    const order = nextColdOrder();
    await askAll(order);
    return askWithout(service, order);
  };

  it.each([
    ['order', 'order'],
    ['inventory', 'order.lines.product.stock'],
  ] as const)(
    'all three show what they kept of the %s service, with one cause and one age',
    async (service, path) => {
      const answers = await askAgainWithout(service);
      const told = [
        answers['graphql-bff'].body.extensions?.bff.sections[path],
        answers['mobile-bff'].body.meta?.sections[sectionOf[service]['mobile-bff']],
        answers['web-bff'].body.meta?.sections[sectionOf[service]['web-bff']],
      ];
      const stale = { status: 'stale', code: 'DOWNSTREAM_UNAVAILABLE' };
      expect(told).toMatchObject([stale, stale, stale]);
      const ages = told.map((section) => section?.ageSeconds ?? Number.NaN);
      expect(Math.max(...ages) - Math.min(...ages)).toBeLessThanOrEqual(1);
      expect(answers['graphql-bff'].body.errors).toBeUndefined();
    },
    60_000,
  );

  it('all three still have a fresh customer, and ask nobody', async () => {
    const answers = await askAgainWithout('user');
    expect(bffs.map((bff) => answers[bff].headers.get('bff-sections'))).toEqual([null, null, null]);
    expect(bffs.map((bff) => answers[bff].headers.get('bff-complete'))).toEqual(['?1', '?1', '?1']);
  }, 60_000);

  it('none shows a payment from before', async () => {
    expect(toldByAll(await askAgainWithout('payment'), 'payment')).toMatchObject([failed, failed, failed]);
  }, 60_000);
});

it('all three say the same of an order that does not exist', async () => {
  const order = { userId: 'usr_0001', orderId: 'ord_999999', path: '/v1/orders/ord_999999' };
  const answers = await askAll(order);
  for (const bff of ['mobile-bff', 'web-bff'] as const) {
    expect(answers[bff]).toMatchObject({ status: 404, body: { code: 'NOT_FOUND', retryable: false } });
  }
  expect(answers['graphql-bff'].body).toMatchObject({
    data: { order: null },
    errors: [{ extensions: { code: 'NOT_FOUND', retryable: false, service: 'order' } }],
  });
});

/** The processes under test have clocks of their own. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
