import { type GraphqlApp, startGraphqlApp, wholeOrder } from './graphql-app.ts';

const everything = `
  query ($first: PageSize!) {
    orders(first: $first) {
      nodes {
        id
        customer { name }
        payment { status }
        lines { product { name stock { available } } }
      }
    }
  }
`;

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

/** What the services were asked, in order: `order GET /orders`. */
const asked = () =>
  (['order', 'user', 'payment', 'inventory'] as const).flatMap((service) =>
    app[service].requests.map(({ path }) => `${service} ${path}`),
  );

describe('a list of orders with everything around them', () => {
  it.each([1, 2, 10, 49, 50])('makes one call a service for each level: %i orders', async (first) => {
    const { body } = await app.query(everything, { variables: { first } });
    expect(body.errors).toBeUndefined();
    expect(body.data.orders.nodes).toHaveLength(first);
    expect(asked()).toEqual([
      'order /orders',
      'user /users',
      'payment /payments',
      'inventory /api/v2/items',
      'inventory /api/v2/stock',
    ]);
    const skus = app.inventory.requests[0]?.query.get('sku_codes')?.split(',');
    expect(new Set(skus).size).toBe(2 * first);
  });

  it('asks again only for what is not kept', async () => {
    await app.query(everything, { variables: { first: 2 } });
    await app.query(everything, { variables: { first: 4 } });
    const skus = app.inventory.requests
      .filter(({ path }) => path.endsWith('/items'))
      .map(({ query }) => query.get('sku_codes'));
    expect(skus).toEqual(['SKU-1,SKU-2,SKU-3,SKU-4', 'SKU-5,SKU-6,SKU-7,SKU-8']);
    expect(app.calls()).toMatchObject({ order: 2, user: 1, payment: 2 });
  });
});

it('asks for several orders at once, each once', async () => {
  const { body } = await app.query(
    '{ a: order(id: "ord_1") { id } b: order(id: "ord_2") { id } c: order(id: "ord_1") { id } }',
  );
  expect(body.data).toEqual({ a: { id: 'ord_1' }, b: { id: 'ord_2' }, c: { id: 'ord_1' } });
  expect(app.order.requests.map(({ query }) => query.get('ids'))).toEqual(['ord_1,ord_2']);
});

it('asks for one customer once, wherever the customer stands', async () => {
  await app.query('{ viewer { customer { name } } orders(first: 3) { nodes { customer { email } } } }');
  expect(app.user.requests).toHaveLength(1);
});

it('starts what does not depend on each other at the same time', async () => {
  const query = '{ viewer { customer { name } } orders { totalCount } product(sku: "SKU-1") { name } }';
  const waiting = Promise.all([
    app.order.whenRequested('/orders'),
    app.user.whenRequested('/users'),
    app.inventory.whenRequested('/api/v2/items'),
  ]);
  const [answer] = await Promise.all([app.query(query), waiting]);
  expect(answer.body.errors).toBeUndefined();
});

it('asks nobody for what the query does not', async () => {
  await app.query('{ viewer { id roles } __typename }');
  await app.query('{ order(id: "ord_1") { id lines { sku name total { decimal } } } }');
  expect(app.calls()).toEqual({ order: 1, user: 0, payment: 0, inventory: 0 });
});

it('shares one call for a cold product among 200 callers', async () => {
  const query = '{ product(sku: "SKU-1") { name } }';
  const callers = Array.from({ length: 200 }, (_, index) => app.bearer({ sub: `usr_${index}` }));
  const answers = await Promise.all(callers.map((headers) => app.query(query, { headers })));
  expect(answers.every(({ body }) => body.data.product.name === 'Kettle')).toBe(true);
  expect(app.inventory.requests).toHaveLength(1);
});

it('sends every service the request’s id, its trace and what is left of the time', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await app.query(wholeOrder, { headers: { 'x-request-id': 'req-7', traceparent } });
  for (const service of [app.order, app.user, app.payment, app.inventory]) {
    const [request] = service.requests;
    expect(request?.headers).toMatchObject({ 'x-request-id': 'req-7', 'user-agent': 'bff/graphql-bff' });
    expect(request?.headers['traceparent']).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-/);
    expect(Number(request?.headers['x-request-timeout-ms'])).toBeLessThanOrEqual(1420);
  }
});
