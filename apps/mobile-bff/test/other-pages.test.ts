import { aPayment, aUser, anOrder, reply } from '@bff/testing';
import { routes } from '../src/routes.ts';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
beforeEach(async () => {
  app = await startMobileApp();
});
afterEach(() => app.close());

const anItem = (sku: string) => ({
  sku_code: sku,
  item_desc: 'Kettle',
  long_desc: '',
  cat_cd: 'KITCHEN',
  unit_price: '49.90',
  price_ccy: 'EUR',
  img_list: [{ size_cd: 'TN', url: `https://img.example/${sku}.jpg`, w: 80, h: 80 }],
  upd_ts: '2026-10-30T08:00:00Z',
});

const someOrders = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [line] = anOrder().lines;
    return anOrder({ id: `ord_${index}`, lines: line ? [{ ...line, sku: `SKU-${index}` }] : [] });
  });

const callsMade = () => [app.order, app.user, app.payment, app.inventory].map(({ requests }) => requests.length);

describe('GET /v1/home', () => {
  it('greets, shows the last orders with a picture, and says whether a payment needs attention', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [anOrder()], nextCursor: 'next', totalCount: 9 }));
    app.inventory.on('GET', '/api/v2/items', reply.json({ items: [anItem('SKU-0001')] }));
    app.payment.on('GET', '/payments', reply.json({ payments: [aPayment({ status: 'failed' })] }));
    const { body } = await app.get('/v1/home');
    expect(body.data).toEqual({
      profile: { greeting: 'Hello, \u2068Ada Lovelace\u2069', tier: 'gold' },
      orders: [
        { id: 'ord_1', status: 'paid', placedAt: '2026-10-30T08:15:00Z', total: { amount: 8685, currency: 'EUR' } },
      ],
      thumbnails: { ord_1: 'https://img.example/SKU-0001.jpg' },
      paymentAttention: { ord_1: true },
    });
    expect(app.order.requests[0]?.query.get('limit')).toBe('3');
  });

  it('fails what hangs on the orders together with them, for the same reason', async () => {
    app.order.on('GET', '/orders', reply.problem(500));
    const { status, body } = await app.get('/v1/home');
    expect(status).toBe(200);
    const failed = { status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE' };
    expect(body.meta.sections).toMatchObject({ orders: failed, thumbnails: failed, paymentAttention: failed });
    expect(body.data).toMatchObject({ orders: null, thumbnails: null, paymentAttention: null });
  });

  it('asks nobody about the orders of a customer who has none', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [], nextCursor: null, totalCount: 0 }));
    const { body } = await app.get('/v1/home');
    expect(body).toMatchObject({
      data: { orders: [], thumbnails: {}, paymentAttention: {} },
      meta: { complete: true },
    });
    expect(callsMade()).toEqual([1, 1, 0, 0]);
  });

  it('is a problem when nothing is left of it', async () => {
    app.order.on('GET', '/orders', reply.problem(500));
    app.user.on('GET', '/users/:userId', reply.problem(500));
    const { status, body } = await app.get('/v1/home');
    expect({ status, code: body.code }).toEqual({ status: 502, code: 'DOWNSTREAM_UNAVAILABLE' });
  });
});

describe('GET /v1/orders', () => {
  it.each([1, 20, 50])('makes two calls for a page of %i orders', async (count) => {
    app.order.on('GET', '/orders', reply.json({ orders: someOrders(count), nextCursor: 'abc', totalCount: 99 }));
    app.inventory.on(
      'GET',
      '/api/v2/items',
      reply.json({ items: someOrders(count).map((_, i) => anItem(`SKU-${i}`)) }),
    );
    const { body } = await app.get(`/v1/orders?limit=${count}`);
    expect(body.data.orders.items).toHaveLength(count);
    expect(body.data.orders.nextCursor).toBe('abc');
    expect(Object.keys(body.data.thumbnails)).toHaveLength(count);
    expect(callsMade()).toEqual([1, 0, 0, 1]);
  });

  it('asks only for the caller’s own orders', async () => {
    await app.get('/v1/orders?limit=5&cursor=abc');
    expect(Object.fromEntries(app.order.requests[0]?.query ?? [])).toEqual({
      userId: 'usr_1',
      limit: '5',
      cursor: 'abc',
    });
  });

  it('answers 400 for a cursor that the order service refuses', async () => {
    const errors = [{ in: 'query', field: 'cursor', reason: 'is not valid' }];
    const refused = { type: 'about:blank', title: 'Bad', status: 400, code: 'BAD_REQUEST', errors };
    app.order.on(
      'GET',
      '/orders',
      reply.json(refused, { status: 400, headers: { 'content-type': 'application/problem+json' } }),
    );
    const { status, body } = await app.get('/v1/orders?cursor=nonsense');
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ in: 'query', field: 'cursor', reason: expect.any(String) }]);
  });
});

it('GET /v1/profile shows the caller', async () => {
  app.user.on('GET', '/users/:userId', reply.json(aUser()));
  const { body } = await app.get('/v1/profile');
  expect(body.data.profile).toMatchObject({
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    language: 'en',
    currency: 'EUR',
  });
  expect(app.user.requests[0]?.path).toBe('/users/usr_1');
});

it('every page is what its views’ schemas say', async () => {
  app.inventory.on('GET', '/api/v2/items', reply.json({ items: [anItem('SKU-0001')] }));
  for (const { path, page } of routes) {
    const { body } = await app.get(path.replace(':orderId', 'ord_1'));
    expect(Object.keys(body.data)).toEqual(page.sections.map(({ key }) => key));
    for (const { key, view } of page.sections) expect(view.schema.parse(body.data[key])).toEqual(body.data[key]);
  }
});
