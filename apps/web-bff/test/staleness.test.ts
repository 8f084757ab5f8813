import { type Reply, aUser, anOrder, reply } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const down: Reply = reply.problem(500);

/** Everything but payments. */
function breakEverything(): void {
  for (const path of ['/orders/:orderId', '/orders', '/orders/spending']) app.order.on('GET', path, down);
  app.user.on('GET', '/users/:userId', down);
  for (const path of ['/api/v2/stock', '/api/v2/items', '/api/v2/items/:sku', '/api/v2/items/search']) {
    app.inventory.on('GET', path, down);
  }
}

const sectionsOf = async (path: string): Promise<Record<string, { status: string; ageSeconds?: number }>> =>
  (await app.get(path)).body.meta.sections;

describe('with its services down after one healthy view', () => {
  it('an order page is whole but stale, with the right age, and not to be kept by anybody', async () => {
    const whole = await app.get('/v1/orders/ord_1');
    breakEverything();
    await app.clock.advanceBy(95_000);
    const { status, headers, body } = await app.get('/v1/orders/ord_1', {
      'if-none-match': String(whole.headers['etag']),
    });
    expect(status).toBe(200);
    expect(body.data).toEqual(whole.body.data);
    const stale = { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_UNAVAILABLE' };
    expect(body.meta).toMatchObject({
      complete: true,
      degraded: true,
      sections: { order: stale, products: stale, stock: stale, customer: stale },
    });
    expect(headers).toMatchObject({
      'bff-complete': '?1',
      'bff-sections': 'order;stale=95, products;stale=95, stock;stale=95, customer;stale=95',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('etag');
  });

  it('each kind of thing lasts as long as it may', async () => {
    const views = ['/v1/dashboard', '/v1/orders', '/v1/products/SKU-0001', '/v1/profile'];
    for (const path of views) expect(await sectionsOf(path)).toEqual({});
    breakEverything();

    await app.clock.advanceBy(4 * minuteMs);
    expect(await sectionsOf('/v1/dashboard')).toMatchObject({
      profile: { status: 'stale' },
      recentOrders: { status: 'stale' },
      spending: { status: 'stale' },
      lowStock: { status: 'stale' },
    });
    expect(await sectionsOf('/v1/orders')).toMatchObject({
      orders: { status: 'stale' },
      thumbnails: { status: 'stale' },
    });

    await app.clock.advanceBy(2 * minuteMs);
    expect(await sectionsOf('/v1/dashboard')).toMatchObject({
      profile: { status: 'stale' },
      recentOrders: { status: 'failed' },
      spending: { status: 'stale' },
      lowStock: { status: 'failed' },
    });
    expect((await app.get('/v1/orders')).body).toMatchObject({ section: 'orders' });
    expect(await sectionsOf('/v1/products/SKU-0001')).toMatchObject({
      product: { status: 'stale' },
      stock: { status: 'failed' },
    });

    await app.clock.advanceBy(23 * hourMs);
    expect(await sectionsOf('/v1/profile')).toMatchObject({ profile: { status: 'stale' } });
    await app.clock.advanceBy(hourMs);
    expect((await app.get('/v1/profile')).body).toMatchObject({ section: 'profile' });
  });

  it.each([
    [
      '/v1/orders',
      { status: 'paid', from: '2026-01-01', to: '2026-01-31', q: 'a', sort: 'total', cursor: 'b', limit: '5' },
      { status: 'shipped', from: '2026-01-02', to: '2026-01-30', q: 'b', sort: '-total', cursor: 'c', limit: '6' },
    ],
    [
      '/v1/products',
      { q: 'a', category: 'A', currency: 'EUR', priceMin: '1', priceMax: '3', sort: 'name', page: '1', pageSize: '5' },
      { q: 'b', category: 'B', currency: 'USD', priceMin: '2', priceMax: '2', sort: 'sku', page: '2', pageSize: '6' },
    ],
  ])('nobody sees for one question what was kept for another one: %s', async (path, question, other) => {
    const ask = async (query: Readonly<Record<string, string>>) =>
      (await app.get(`${path}?${new URLSearchParams(query)}`)).status;
    expect(await ask(question)).toBe(200);
    breakEverything();
    for (const [name, value] of Object.entries(other)) {
      const status = await ask({ ...question, [name]: value });
      expect({ name, answered: status === 200 }).toEqual({ name, answered: false });
    }
    expect(await ask(question)).toBe(200);
  });
});

describe('what is kept for one caller', () => {
  it('is never shown to another one', async () => {
    const nameOf = (path: string) => path.split('/').at(-1) ?? '';
    app.user.on(
      'GET',
      '/users/:userId',
      reply.json(({ path }: { path: string }) => aUser({ id: nameOf(path), name: `I am ${nameOf(path)}` })),
    );
    app.order.on(
      'GET',
      '/orders',
      reply.json(({ query }: { query: URLSearchParams }) => {
        const userId = query.get('userId') ?? '';
        return { orders: [anOrder({ id: `ord_${userId.slice(4)}`, userId })], nextCursor: null, totalCount: 1 };
      }),
    );
    const users = ['usr_1', 'usr_2', 'usr_3'];
    const shown = async () => {
      const pages = await Promise.all([...users, ...users].map((sub) => app.get('/v1/dashboard', app.bearer({ sub }))));
      return pages.map(({ body: { data } }) => [data.profile.name, data.recentOrders.items[0].id]);
    };
    const own = [...users, ...users].map((user) => [`I am ${user}`, `ord_${user.slice(4)}`]);
    expect(await shown()).toEqual(own);
    breakEverything();
    await app.clock.advanceBy(minuteMs);
    expect(await shown()).toEqual(own);
  });
});
