import { aPayment, aUser, anOrder, reply } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

const path = '/v1/support/orders/ord_7';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
  app.order.on('GET', '/orders/:orderId', reply.json(anOrder({ id: 'ord_7', userId: 'usr_7' })));
  app.user.on('GET', '/users/:userId', reply.json(aUser({ id: 'usr_7', name: 'Grace Hopper' })));
  app.payment.on('GET', '/payments', reply.json({ payments: [aPayment({ orderId: 'ord_7' })] }));
});
afterEach(() => app.close());

const get = (at = path, headers: Readonly<Record<string, string>> = {}) =>
  app.get(at, { ...app.bearer({ sub: 'usr_9', roles: ['support'] }), ...headers });

const auditLines = () => app.logLines().filter(({ msg }) => msg === 'audit');

describe('GET /v1/support/orders/{orderId}', () => {
  it('shows any customer’s order, and the customer whose it is', async () => {
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      order: { id: 'ord_7', customerId: 'usr_7', lines: [{ sku: 'SKU-0001' }, { sku: 'SKU-0002' }] },
      customer: { id: 'usr_7', name: 'Grace Hopper', email: 'ada@example.com' },
      payment: { status: 'captured' },
      stock: { 'SKU-0001': { available: 3 } },
      products: { 'SKU-0001': { name: 'Kettle' } },
    });
    expect(app.user.requests[0]?.path).toBe('/users/usr_7');
  });

  it.each([
    ['a customer', { sub: 'usr_9', roles: ['customer'] }],
    ['the customer whose order it is', { sub: 'usr_7', roles: ['customer'] }],
    ['somebody without any role', { sub: 'usr_9', roles: [] }],
    ['a role that nobody knows', { sub: 'usr_9', roles: ['Support', 'admin'] }],
    ['roles as a text', { sub: 'usr_9', roles: 'support' }],
  ])('is 403 to %s, and no service is asked', async (_, claims) => {
    const { status, body, headers } = await app.get(path, app.bearer(claims));
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(app.calls()).toEqual({ order: 0, user: 0, payment: 0, inventory: 0 });
  });

  it('is 401 without a token', async () => {
    expect((await app.get(path, { authorization: '' })).status).toBe(401);
    expect(auditLines()).toEqual([]);
  });

  it('does not make other customers’ orders visible anywhere else', async () => {
    expect((await get('/v1/orders/ord_7')).status).toBe(404);
  });

  it('keeps nothing of a customer: what support saw is asked for again', async () => {
    await get();
    app.user.on('GET', '/users/:userId', reply.problem(500));
    expect((await get()).body.data).toMatchObject({ order: { id: 'ord_7' }, customer: null });
    app.order.on('GET', '/orders/:orderId', reply.problem(500));
    expect((await get()).status).toBe(502);
  });
});

describe('the audit log', () => {
  /** Of the one line that there is. */
  const audited = () => {
    expect(auditLines()).toHaveLength(1);
    expect(auditLines()[0]).toMatchObject({
      level: 'info',
      app: 'web-bff',
      requestId: 'req-1',
      traceId: expect.any(String),
    });
    return auditLines()[0]?.['audit'];
  };
  const asked = { caller: 'usr_9', page: 'supportOrder', orderId: 'ord_7' };
  const look = (at = path) => get(at, { 'x-request-id': 'req-1' });

  it('says who looked at which order, whose it is, and how that ended', async () => {
    await look();
    expect(audited()).toEqual({ ...asked, subject: 'usr_7', outcome: 'complete' });
  });

  it('says so for a partial page', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    await look();
    expect(audited()).toEqual({ ...asked, subject: 'usr_7', outcome: 'degraded' });
  });

  it('says so for one that the client had already', async () => {
    const { headers } = await get();
    expect((await get(path, { 'if-none-match': String(headers['etag']) })).status).toBe(304);
    expect(auditLines()).toHaveLength(2);
    expect(auditLines()[1]).toMatchObject({ audit: { subject: 'usr_7', outcome: 'complete' } });
  });

  it('says so for an order that is not there', async () => {
    app.order.on('GET', '/orders/:orderId', reply.problem(404));
    await look();
    expect(audited()).toEqual({ ...asked, outcome: 'refused', code: 'NOT_FOUND' });
  });

  it('says so for an order that could not be had', async () => {
    app.order.on('GET', '/orders/:orderId', reply.reset());
    await look();
    expect(audited()).toEqual({ ...asked, outcome: 'failed', code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('says so for a caller who was refused', async () => {
    await app.get(path, { ...app.bearer({ sub: 'usr_9' }), 'x-request-id': 'req-1' });
    expect(audited()).toEqual({ ...asked, outcome: 'refused', code: 'FORBIDDEN' });
  });

  it('says so for a request that was not well put', async () => {
    await look('/v1/support/orders/nonsense');
    expect(audited()).toEqual({ ...asked, orderId: 'nonsense', outcome: 'refused', code: 'BAD_REQUEST' });
  });

  it('says so for a client that left before the answer', async () => {
    app.payment.on('GET', '/payments', reply.hang());
    const controller = new AbortController();
    const headers = app.bearer({ sub: 'usr_9', roles: ['support'] });
    const page = fetch(app.server.url + path, { headers, signal: controller.signal });
    const { closedByClient } = await app.payment.whenRequested('/payments');
    controller.abort();
    await expect(page).rejects.toThrow('aborted');
    await closedByClient;
    expect(auditLines()).toMatchObject([{ audit: { outcome: 'aborted' } }]);
  });

  it('has no line for a customer’s own page', async () => {
    await app.get('/v1/profile');
    expect(auditLines()).toEqual([]);
  });
});
