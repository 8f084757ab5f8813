import { createMobileClient, valueOr } from '@bff/client';
import { reply } from '@bff/testing';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
beforeEach(async () => {
  app = await startMobileApp();
});
afterEach(() => app.close());

const client = () => createMobileClient({ baseUrl: app.server.url, token: () => app.issuer.token({ sub: 'usr_1' }) });
const orderPage = (options: { readonly strict?: boolean; readonly signal?: AbortSignal } = {}) =>
  client().get('/v1/orders/{orderId}', { path: { orderId: 'ord_1' }, ...options });

describe('the client of mobile-bff', () => {
  it('reads every page', async () => {
    const pages = await Promise.all([
      client().get('/v1/home'),
      client().get('/v1/orders', { query: { limit: 2 } }),
      client().get('/v1/orders/{orderId}', { path: { orderId: 'ord_1' } }),
      client().get('/v1/profile'),
    ]);
    expect(pages).toEqual(pages.map(() => expect.objectContaining({ kind: 'page', complete: true, degraded: false })));
  });

  it('reads what is stale, and what failed', async () => {
    await orderPage();
    app.inventory.on('GET', '/api/v2/stock', reply.problem(500));
    app.payment.on('GET', '/payments', reply.problem(429, { 'retry-after': '7' }));
    await app.clock.advanceBy(95_000);

    const page = await orderPage();
    if (page.kind !== 'page') throw new Error(page.kind);
    const { order, payment, stock } = page.sections;
    expect(order).toMatchObject({ status: 'ok', value: { id: 'ord_1' } });
    expect(stock).toMatchObject({ status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_UNAVAILABLE' });
    expect(valueOr(stock, [])).toHaveLength(2);
    expect(payment).toEqual({
      status: 'failed',
      code: 'DOWNSTREAM_RATE_LIMITED',
      retryable: true,
      retryAfterMs: 7000,
    });
  });

  it('is told why there is no page', async () => {
    app.order.on('GET', '/orders/:orderId', reply.problem(404));
    expect(await orderPage()).toMatchObject({ kind: 'problem', problem: { status: 404, code: 'NOT_FOUND' } });
    const nonsense = await client().get('/v1/orders/{orderId}', { path: { orderId: '../admin' } });
    expect(nonsense).toMatchObject({
      kind: 'problem',
      problem: { code: 'BAD_REQUEST', errors: [{ field: 'orderId' }] },
    });
    const stranger = createMobileClient({ baseUrl: app.server.url, token: () => 'x' });
    expect(await stranger.get('/v1/home')).toMatchObject({ kind: 'problem', problem: { code: 'UNAUTHENTICATED' } });
  });

  it('can ask for all or nothing', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    expect(await orderPage({ strict: true })).toMatchObject({ kind: 'problem', problem: { section: 'payment' } });
  });

  it('cancels the calls behind a page that it gives up', async () => {
    app.payment.on('GET', '/payments', reply.hang());
    const controller = new AbortController();
    const page = orderPage({ signal: controller.signal });
    const { closedByClient } = await app.payment.whenRequested('/payments');
    controller.abort();
    expect((await page).kind).toBe('aborted');
    await closedByClient;
  });
});
