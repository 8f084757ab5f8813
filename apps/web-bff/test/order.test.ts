import { aPayment, anItem, anOrder, reply } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('GET /v1/orders/{orderId}', () => {
  it('has the order in full', async () => {
    const { body } = await app.get('/v1/orders/ord_1');
    const { shippingAddress, billingAddress, totals, history } = anOrder();
    expect(body.data.order).toEqual({
      id: 'ord_1',
      status: 'paid',
      placedAt: '2026-10-30T08:15:00Z',
      currency: 'EUR',
      lines: [
        { sku: 'SKU-0001', name: 'Kettle', quantity: 1, unitPrice: eur(4990), total: eur(4990) },
        { sku: 'SKU-0002', name: 'Cup', quantity: 4, unitPrice: eur(800), total: eur(3200) },
      ],
      totals,
      shippingAddress,
      billingAddress,
      delivery: { state: 'preparing', since: '2026-10-30T08:16:00Z' },
      history,
    });
  });

  it('has its products by SKU, with every picture and today’s price; one that has left the catalogue has no entry', async () => {
    app.inventory.on('GET', '/api/v2/items', reply.json({ items: [anItem({ unit_price: '59.90' })] }));
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.data.products).toEqual({
      'SKU-0001': {
        sku: 'SKU-0001',
        name: 'Kettle',
        description: 'Boils water.',
        category: 'KITCHEN',
        price: eur(5990),
        images: [
          { size: 'thumbnail', url: 'https://img.example/SKU-0001/tn.jpg', width: 80, height: 80 },
          { size: 'small', url: 'https://img.example/SKU-0001/sm.jpg', width: 240, height: 240 },
        ],
      },
    });
  });

  it('has what is in stock by SKU and warehouse, and tells sold out from kept by no warehouse', async () => {
    const row = (sku: string, warehouse: string, count: string) => ({
      sku_code: sku,
      loc_id: warehouse,
      qty_avail: count,
      upd_ts: '2026-10-30T08:00:00Z',
    });
    const rows = [row('SKU-0001', 'WH-AMS', '2'), row('SKU-0001', 'WH-LEJ', '0')];
    app.inventory.on('GET', '/api/v2/stock', reply.json({ stock: rows }));
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.data.stock).toEqual({
      'SKU-0001': {
        available: 2,
        warehouses: [
          { warehouse: 'WH-AMS', available: 2 },
          { warehouse: 'WH-LEJ', available: 0 },
        ],
      },
      'SKU-0002': { available: 0, warehouses: [] },
    });
  });

  it('has who ordered, and the payment with all that led to it', async () => {
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.data.customer).toEqual({
      id: 'usr_1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      tier: 'gold',
      memberSince: '2020-01-01T00:00:00Z',
    });
    expect(body.data.payment).toMatchObject({
      status: 'partially_refunded',
      captured: eur(8685),
      refunded: eur(800),
      events: [{ type: 'authorised' }, { type: 'captured' }, { type: 'refunded', reason: 'damaged' }],
    });
  });

  it('has a payment that is none when nobody has paid', async () => {
    app.payment.on('GET', '/payments', reply.json({ payments: [] }));
    expect((await app.get('/v1/orders/ord_1')).body.data.payment).toEqual({ status: 'none' });
  });

  it.each([
    ['does not exist', reply.problem(404)],
    ['is another customer’s', reply.json(anOrder({ userId: 'usr_2' }))],
  ])('is 404 when it %s, and shows nothing of its payment', async (_, answer) => {
    app.order.on('GET', '/orders/:orderId', answer);
    app.payment.on('GET', '/payments', reply.json({ payments: [aPayment({ userId: 'usr_2' })] }));
    const { status, text } = await app.get('/v1/orders/ord_1');
    expect(status).toBe(404);
    expect(text).not.toMatch(/usr_2|4242|pay_1/);
  });
});
