import { aPayment, anOrder, reply } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const someOrders = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [line] = anOrder().lines;
    return anOrder({ id: `ord_${index}`, lines: line ? [{ ...line, sku: `SKU-${index}` }, line] : [] });
  });

const asked = () => Object.fromEntries(app.order.requests.at(-1)?.query ?? []);

describe('GET /v1/orders', () => {
  it.each([1, 20, 100])('makes three calls for a page of %i orders', async (count) => {
    const orders = someOrders(count);
    app.order.on('GET', '/orders', reply.json({ orders, nextCursor: 'abc', totalCount: 420 }));
    const payments = orders.map(({ id }, index) => aPayment({ id: `pay_${index}`, orderId: id }));
    app.payment.on('GET', '/payments', reply.json({ payments }));
    const { body } = await app.get(`/v1/orders?limit=${count}`);
    expect(body.meta.complete).toBe(true);
    expect(body.data.orders).toMatchObject({ nextCursor: 'abc', totalCount: 420 });
    expect(body.data.orders.items).toHaveLength(count);
    expect(Object.keys(body.data.payments)).toHaveLength(count);
    expect(Object.keys(body.data.thumbnails)).toHaveLength(count);
    expect(app.calls()).toEqual({ order: 1, user: 0, payment: 1, inventory: 1 });
  });

  it('shows for each order the small picture of its first product', async () => {
    const { body } = await app.get('/v1/orders');
    expect(body.data.thumbnails).toEqual({
      ord_1: { size: 'small', url: 'https://img.example/SKU-0001/sm.jpg', width: 240, height: 240 },
    });
  });

  it('asks for the caller’s own orders, the latest twenty first', async () => {
    await app.get('/v1/orders');
    expect(asked()).toEqual({ userId: 'usr_1', limit: '20', sort: '-placedAt' });
  });

  it('passes every filter on', async () => {
    const query = new URLSearchParams({
      status: 'delivered',
      from: '2026-01-01T12:00:00Z',
      to: '2026-02-01T12:00:00Z',
      q: '九谷 & fox',
      sort: '-total',
      cursor: 'abc',
      limit: '5',
    });
    expect((await app.get(`/v1/orders?${query}`)).status).toBe(200);
    expect(asked()).toEqual({ userId: 'usr_1', ...Object.fromEntries(query) });
  });

  it('takes days in UTC, the last one included', async () => {
    await app.get('/v1/orders?from=2026-01-31&to=2026-02-28');
    expect(asked()).toMatchObject({ from: '2026-01-31T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' });
    expect((await app.get('/v1/orders?from=2026-02-28&to=2026-02-28')).status).toBe(200);
  });

  it('answers 400 for a cursor that the order service refuses', async () => {
    const errors = [{ in: 'query', field: 'cursor', reason: 'is not valid' }];
    const refused = { type: 'about:blank', title: 'Bad', status: 400, code: 'BAD_REQUEST', errors };
    const headers = { 'content-type': 'application/problem+json' };
    app.order.on('GET', '/orders', reply.json(refused, { status: 400, headers }));
    const { status, body } = await app.get('/v1/orders?cursor=nonsense');
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ in: 'query', field: 'cursor', reason: expect.any(String) }]);
  });
});
