import { aPayment, aUser, anOrder, createGate, reply, stockOf } from '@bff/testing';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
afterEach(() => app.close());

describe('the four calls of an order page', () => {
  it('run in parallel: order, customer and payment at once, stock as soon as the order is there', async () => {
    app = await startMobileApp();
    const gates = { order: createGate(), rest: createGate() };
    app.order.on('GET', '/orders/:orderId', reply.after(gates.order, reply.json(anOrder())));
    app.user.on('GET', '/users/:userId', reply.after(gates.rest, reply.json(aUser())));
    app.payment.on('GET', '/payments', reply.after(gates.rest, reply.json({ payments: [aPayment()] })));
    app.inventory.on('GET', '/api/v2/stock', reply.after(gates.rest, reply.json({ stock: stockOf('SKU-0001', 1) })));

    const page = app.get('/v1/orders/ord_1').then((response) => response);
    // None of the three is answered before all three were asked.
    await Promise.all([
      app.order.whenRequested('/orders/*'),
      app.user.whenRequested('/users/*'),
      app.payment.whenRequested('/payments'),
    ]);
    expect(app.inventory.requests).toHaveLength(0);

    gates.order.open();
    // Customer and payment are still out.
    await app.inventory.whenRequested('/api/v2/stock');
    gates.rest.open();
    expect((await page).body.meta).toMatchObject({ complete: true });
  });
});

describe('a service that hangs', () => {
  it('costs the page its section and nothing else, at the end of the attempt', async () => {
    app = await startMobileApp();
    app.payment.on('GET', '/payments', reply.hang());
    const page = app.get('/v1/orders/ord_1').then((response) => response);
    const asked = await app.payment.whenRequested('/payments');
    await app.inventory.whenRequested('/api/v2/stock');

    await app.clock.advanceBy(500);
    const { status, body } = await page;
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ order: { id: 'ord_1' }, payment: null });
    expect(body.meta.sections).toEqual({
      payment: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
    });
    // The call was not only given up: its connection is gone.
    await asked.closedByClient;
  });

  it('is tried once more, and is cut off by the page’s deadline', async () => {
    app = await startMobileApp({ retries: 1 });
    app.payment.on('GET', '/payments', reply.hang());
    const page = app.get('/v1/orders/ord_1').then((response) => response);
    await app.payment.whenRequested('/payments');
    await app.inventory.whenRequested('/api/v2/stock');

    await app.clock.advanceBy(500 + 50);
    const again = await app.payment.whenRequested('/payments', 2);
    expect(Number(again.headers['x-request-timeout-ms'])).toBeLessThanOrEqual(740 - 510);
    await app.clock.advanceBy(740 - 550);
    expect((await page).body.meta.sections.payment).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
  });

  it('makes the page a 504 when it is the order service', async () => {
    app = await startMobileApp();
    app.order.on('GET', '/orders/:orderId', reply.hang());
    const page = app.get('/v1/orders/ord_1').then((response) => response);
    await app.order.whenRequested('/orders/*');
    await app.clock.advanceBy(350);
    const { status, body } = await page;
    expect(status).toBe(504);
    expect(body).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT', section: 'order', retryable: true });
    expect(app.inventory.requests).toHaveLength(0);
  });
});

describe('a client that leaves', () => {
  it('cancels every call that is out, and moves no breaker', async () => {
    app = await startMobileApp();
    app.payment.on('GET', '/payments', reply.hang());
    app.user.on('GET', '/users/:userId', reply.hang());
    const controller = new AbortController();
    const headers = { authorization: `Bearer ${app.issuer.token({ sub: 'usr_1' })}` };
    const page = fetch(`${app.server.url}/v1/orders/ord_1`, { headers, signal: controller.signal });
    const calls = await Promise.all([app.payment.whenRequested('/payments'), app.user.whenRequested('/users/*')]);

    controller.abort();
    await expect(page).rejects.toThrow('aborted');
    await Promise.all(calls.map(({ closedByClient }) => closedByClient));

    const metrics = await (await fetch(`${app.server.adminUrl}/metrics`)).text();
    expect(metrics).toMatch(/bff_breaker_state\{.*service="payment",state="closed".*\} 1/);
    expect(metrics).toMatch(
      /bff_downstream_attempt_duration_seconds_count\{.*service="payment".*outcome="aborted".*\} 1/,
    );
    expect(metrics).toMatch(/bff_page_requests_total\{.*outcome="aborted".*\} 1/);
  });
});

describe('a service that keeps failing', () => {
  it('is left alone after a few pages, and asked again when its circuit half-opens', async () => {
    app = await startMobileApp();
    app.payment.on('GET', '/payments', reply.problem(500));
    const sectionsOf = async () => (await app.get('/v1/orders/ord_1')).body.meta.sections;
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await sectionsOf()).toMatchObject({ payment: { code: 'DOWNSTREAM_UNAVAILABLE' } });
    }

    const open = await sectionsOf();
    expect(open.payment).toMatchObject({ code: 'DOWNSTREAM_CIRCUIT_OPEN', retryable: true });
    expect(open.payment.retryAfterMs).toBeGreaterThan(0);
    expect(app.payment.requests).toHaveLength(5);
    expect(app.logText()).toContain('circuit breaker changed');

    app.payment.on('GET', '/payments', reply.json({ payments: [aPayment()] }));
    await app.clock.advanceBy(open.payment.retryAfterMs);
    expect(await sectionsOf()).toEqual({});
  });
});
