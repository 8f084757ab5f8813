import { aPayment, anOrder, reply, stockOf } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const line = (sku: string) => ({ sku, name: `Product ${sku}`, quantity: 1, unitPrice: { amount: 1, currency: 'EUR' } });

describe('GET /v1/dashboard', () => {
  it('has the profile with addresses and preferences', async () => {
    const { body } = await app.get('/v1/dashboard');
    expect(body.data.profile).toMatchObject({
      id: 'usr_1',
      name: 'Ada Lovelace',
      tier: 'gold',
      memberSince: '2020-01-01T00:00:00Z',
      preferences: { language: 'en', currency: 'EUR', marketingEmails: false },
      addresses: [{ label: 'Home', city: 'Amsterdam' }],
    });
  });

  it('has the ten newest orders with where they are, and how many there are altogether', async () => {
    const history = [
      { status: 'paid' as const, at: '2026-10-30T08:16:00Z' },
      { status: 'shipped' as const, at: '2026-10-31T10:00:00Z' },
    ];
    const order = anOrder({ status: 'shipped', history });
    app.order.on('GET', '/orders', reply.json({ orders: [order], nextCursor: 'more', totalCount: 16 }));
    const { body } = await app.get('/v1/dashboard');
    expect(body.data.recentOrders).toEqual({
      items: [
        {
          id: 'ord_1',
          status: 'shipped',
          placedAt: '2026-10-30T08:15:00Z',
          total: { amount: 8685, currency: 'EUR' },
          itemCount: 5,
          lines: [
            { sku: 'SKU-0001', name: 'Kettle', quantity: 1 },
            { sku: 'SKU-0002', name: 'Cup', quantity: 4 },
          ],
          delivery: { state: 'in_transit', since: '2026-10-31T10:00:00Z', shippedAt: '2026-10-31T10:00:00Z' },
        },
      ],
      totalCount: 16,
    });
    const [listed] = app.order.requests.filter(({ path }) => path === '/orders');
    expect(Object.fromEntries(listed?.query ?? [])).toEqual({ userId: 'usr_1', limit: '10' });
  });

  it('has how each of them was paid, by order id: none where nobody has', async () => {
    const orders = [anOrder(), anOrder({ id: 'ord_2' }), anOrder({ id: 'ord_3' })];
    app.order.on('GET', '/orders', reply.json({ orders, nextCursor: null, totalCount: 3 }));
    const payments = [
      aPayment({ status: 'failed' }),
      aPayment({ id: 'pay_2' }),
      aPayment({ id: 'pay_3', orderId: 'ord_2', status: 'failed' }),
    ];
    app.payment.on('GET', '/payments', reply.json({ payments }));
    const { body } = await app.get('/v1/dashboard');
    const amount = { amount: 8685, currency: 'EUR' };
    expect(body.data.payments).toEqual({
      ord_1: { status: 'captured', amount },
      ord_2: { status: 'failed', amount },
      ord_3: { status: 'none' },
    });
  });

  it('asks for the spending of twelve months, to the end of the present one', async () => {
    await app.get('/v1/dashboard');
    const [asked] = app.order.requests.filter(({ path }) => path === '/orders/spending');
    const now = new Date(app.clock.wallTime());
    const startOf = (months: number) =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months)).toISOString();
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({ userId: 'usr_1', from: startOf(-11), to: startOf(1) });
  });

  it('warns of products ordered before of which five or fewer are left', async () => {
    const orders = [
      anOrder({ id: 'ord_9', lines: [line('SKU-5'), line('SKU-6')] }),
      anOrder({ id: 'ord_8', lines: [line('SKU-0'), line('SKU-5'), line('SKU-GONE')] }),
    ];
    app.order.on('GET', '/orders', reply.json({ orders, nextCursor: null, totalCount: 2 }));
    const stock = [...stockOf('SKU-5', 5), ...stockOf('SKU-6', 6), ...stockOf('SKU-0', 0)];
    app.inventory.on('GET', '/api/v2/stock', reply.json({ stock }));
    const { body } = await app.get('/v1/dashboard');
    expect(body.data.lowStock).toEqual([
      { sku: 'SKU-0', name: 'Product SKU-0', available: 0, lastOrderId: 'ord_8' },
      { sku: 'SKU-5', name: 'Product SKU-5', available: 5, lastOrderId: 'ord_9' },
    ]);
  });

  it('asks the inventory once, however much was ordered', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => line(`SKU-${index}`));
    app.order.on('GET', '/orders', reply.json({ orders: [anOrder({ lines })], nextCursor: null, totalCount: 1 }));
    expect((await app.get('/v1/dashboard')).body.meta.complete).toBe(true);
    expect(app.calls()).toEqual({ order: 2, user: 1, payment: 1, inventory: 1 });
  });

  it('asks nobody about the orders of a customer who has none', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [], nextCursor: null, totalCount: 0 }));
    const { body } = await app.get('/v1/dashboard');
    expect(body).toMatchObject({
      data: { recentOrders: { items: [], totalCount: 0 }, payments: {}, lowStock: [] },
      meta: { complete: true },
    });
    expect(app.calls()).toEqual({ order: 2, user: 1, payment: 0, inventory: 0 });
  });
});
