import { type Reply, aPayment, anOrder, createGate, reply } from '@bff/testing';
import { routes } from '../src/routes.ts';
import { type WebApp, pathOf, startWebApp, support } from './web-app.ts';

type ServiceName = 'order' | 'user' | 'payment' | 'inventory';

/** The one thing at a service that each optional section is loaded from, by page and section. */
const sources: Readonly<Record<string, readonly [ServiceName, string]>> = {
  'dashboard.profile': ['user', '/users/:userId'],
  'dashboard.recentOrders': ['order', '/orders'],
  'dashboard.payments': ['payment', '/payments'],
  'dashboard.spending': ['order', '/orders/spending'],
  'dashboard.lowStock': ['inventory', '/api/v2/stock'],
  'orders.payments': ['payment', '/payments'],
  'orders.thumbnails': ['inventory', '/api/v2/items'],
  'order.products': ['inventory', '/api/v2/items'],
  'order.stock': ['inventory', '/api/v2/stock'],
  'order.customer': ['user', '/users/:userId'],
  'order.payment': ['payment', '/payments'],
  'products.stock': ['inventory', '/api/v2/stock'],
  'product.stock': ['inventory', '/api/v2/stock'],
  'supportOrder.customer': ['user', '/users/:userId'],
  'supportOrder.payment': ['payment', '/payments'],
  'supportOrder.products': ['inventory', '/api/v2/items'],
  'supportOrder.stock': ['inventory', '/api/v2/stock'],
};

const optional = routes.flatMap((route) =>
  route.page.sections
    .filter(({ required }) => !required)
    .map(({ key }) => {
      const dependent = route.page.sections.filter(({ needs }) => needs.includes(key)).map((section) => section.key);
      return { name: `${route.page.name}.${key}`, path: pathOf(route), failing: [key, ...dependent] };
    }),
);

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.get(path, { ...support(app), ...headers });

const broken: readonly (readonly [string, Reply, string])[] = [
  ['a 500', reply.problem(500), 'DOWNSTREAM_UNAVAILABLE'],
  ['a reset', reply.reset(), 'DOWNSTREAM_UNAVAILABLE'],
  ['HTML', reply.html(), 'DOWNSTREAM_BAD_RESPONSE'],
];

it('every optional section is tested', () => {
  expect(optional.map(({ name }) => name).toSorted()).toEqual(Object.keys(sources).toSorted());
});

describe.each(optional)('$name', ({ name, path, failing }) => {
  it.each(broken)(
    'answered with %s fails alone: every other section is byte for byte the same',
    async (_, answer, code) => {
      const [service, at] = sources[name] ?? ['order', '/nowhere'];
      app[service].on('GET', at, answer);
      const partial = await get(path);
      const other = await startWebApp();
      try {
        const whole = await other.get(path, support(other));
        const { status, body, headers } = partial;
        expect(status).toBe(200);
        const expected = Object.fromEntries(
          Object.entries(whole.body.data).map(([key, value]) => [key, failing.includes(key) ? null : value]),
        );
        expect(JSON.stringify(body.data)).toBe(JSON.stringify(expected));
        expect(Object.keys(body.meta.sections).toSorted()).toEqual(failing.toSorted());
        for (const key of failing) expect(body.meta.sections[key]).toMatchObject({ status: 'failed', code });
        expect(headers).toMatchObject({ 'bff-complete': '?0', 'cache-control': 'no-store' });
        expect(headers).not.toHaveProperty('etag');
        expect((await get(path, { 'if-none-match': '*' })).status).toBe(200);
      } finally {
        await other.close();
      }
    },
  );
});

describe('a page without its required section', () => {
  it.each([
    ['/v1/orders', 'order', '/orders', 'orders'],
    ['/v1/orders/ord_1', 'order', '/orders/:orderId', 'order'],
    ['/v1/products', 'inventory', '/api/v2/items/search', 'products'],
    ['/v1/products/SKU-0001', 'inventory', '/api/v2/items/:sku', 'product'],
    ['/v1/profile', 'user', '/users/:userId', 'profile'],
    ['/v1/support/orders/ord_1', 'order', '/orders/:orderId', 'order'],
  ] as const)('%s is a problem', async (path, service, at, section) => {
    app[service].on('GET', at, reply.problem(503));
    const { status, body, headers } = await get(path);
    expect({ status, code: body.code, section: body.section }).toEqual({
      status: 502,
      code: 'DOWNSTREAM_UNAVAILABLE',
      section,
    });
    expect(headers['content-type']).toBe('application/problem+json');
  });

  it('or with nothing left is a problem, too: the dashboard', async () => {
    for (const at of ['/orders', '/orders/spending']) app.order.on('GET', at, reply.problem(500));
    app.user.on('GET', '/users/:userId', reply.problem(500));
    const { status, body } = await get('/v1/dashboard');
    expect({ status, code: body.code }).toEqual({ status: 502, code: 'DOWNSTREAM_UNAVAILABLE' });
  });
});

it('strict handling turns a failed section into a problem', async () => {
  app.inventory.on('GET', '/api/v2/stock', reply.problem(500));
  const { status, body, headers } = await get('/v1/products', { prefer: 'handling=strict' });
  expect({ status, section: body.section }).toEqual({ status: 502, section: 'stock' });
  expect(headers['preference-applied']).toBe('handling=strict');
});

describe('time', () => {
  it('is used in parallel: products and stock start as soon as the order is there, while the rest is out', async () => {
    const [first, rest] = [createGate(), createGate()];
    app.order.on('GET', '/orders/:orderId', reply.after(first, reply.json(anOrder())));
    app.payment.on('GET', '/payments', reply.after(rest, reply.json({ payments: [aPayment()] })));
    const page = get('/v1/orders/ord_1').then((response) => response);
    await Promise.all([
      app.order.whenRequested('/orders/*'),
      app.user.whenRequested('/users/*'),
      app.payment.whenRequested('/payments'),
    ]);
    expect(app.inventory.requests).toHaveLength(0);
    first.open();
    await Promise.all([app.inventory.whenRequested('/api/v2/items'), app.inventory.whenRequested('/api/v2/stock')]);
    rest.open();
    expect((await page).body.meta).toMatchObject({ complete: true });
  });

  it.each([
    ['payment', '/payments', 900, 'payment'],
    ['inventory', '/api/v2/stock', 450, 'stock'],
    ['user', '/users/:userId', 600, 'customer'],
  ] as const)(
    'of %s is up after its attempt, and costs the page that section alone',
    async (service, at, attemptMs, section) => {
      app[service].on('GET', at, reply.hang());
      const page = get('/v1/orders/ord_1').then((response) => response);
      const asked = await app[service].whenRequested(at.replace(/:\w+$/, '*'));
      await Promise.all([app.payment.whenRequested('/payments'), app.inventory.whenRequested('/api/v2/stock')]);
      expect(asked.headers['x-request-timeout-ms']).toBe(String(attemptMs));
      await app.clock.advanceBy(attemptMs);
      const { body } = await page;
      expect(body.meta.sections).toEqual({
        [section]: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
      });
      await asked.closedByClient;
    },
  );

  it('of the page is up after 1420 ms, in the middle of a second attempt', async () => {
    await app.close();
    app = await startWebApp({ retries: 1 });
    app.payment.on('GET', '/payments', reply.hang());
    const page = get('/v1/orders/ord_1').then((response) => response);
    await app.payment.whenRequested('/payments');
    await app.inventory.whenRequested('/api/v2/stock');
    await app.clock.advanceBy(900 + 50);
    const again = await app.payment.whenRequested('/payments', 2);
    expect(Number(again.headers['x-request-timeout-ms'])).toBeLessThanOrEqual(1420 - 910);
    await app.clock.advanceBy(1420 - 950);
    expect((await page).body.meta.sections.payment).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
  });
});
