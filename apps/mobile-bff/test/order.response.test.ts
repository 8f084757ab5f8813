import { anOrder, reply } from '@bff/testing';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
beforeAll(async () => {
  app = await startMobileApp();
});
afterAll(() => app.close());

describe('GET /v1/orders/{orderId}, all well', () => {
  it('puts the page together from all four services', async () => {
    const { status, body } = await app.get('/v1/orders/ord_1', { 'x-request-id': 'req-1' });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: {
          order: {
            id: 'ord_1',
            status: 'paid',
            placedAt: '2026-10-30T08:15:00Z',
            total: { amount: 8685, currency: 'EUR' },
            lines: [
              { sku: 'SKU-0001', name: 'Kettle', quantity: 1, unitPrice: 4990 },
              { sku: 'SKU-0002', name: 'Cup', quantity: 4, unitPrice: 800 },
            ],
            shipTo: { recipient: 'Ada Lovelace', city: 'Amsterdam', country: 'NL' },
          },
          customer: { name: 'Ada Lovelace', tier: 'gold' },
          payment: {
            status: 'captured',
            method: { brand: 'visa', last4: '4242' },
            amount: { amount: 8685, currency: 'EUR' },
          },
          stock: [
            { sku: 'SKU-0001', available: 3 },
            { sku: 'SKU-0002', available: 0 },
          ],
        },
        meta: { complete: true, degraded: false, requestId: 'req-1', sections: {} },
      },
    });
  });

  it('says so in its headers', async () => {
    const { headers } = await app.get('/v1/orders/ord_1', { 'x-request-id': 'req-1' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'bff-complete': '?1',
      'cache-control': 'private, no-cache',
      'x-request-id': 'req-1',
      vary: 'Authorization, Prefer',
    });
    expect(headers).not.toHaveProperty('bff-sections');
    const timed = headers['server-timing']?.split(', ').map((entry) => entry.replace(/;dur=\d+\.\d$/, ''));
    expect(timed?.toSorted()).toEqual(['customer', 'order', 'payment', 'stock']);
  });

  it('passes the request id, the trace and the time that is left on to the services', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await app.get('/v1/orders/ord_1', { 'x-request-id': 'req-2', traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    const { headers } = app.payment.requests.at(-1) ?? {};
    expect(headers).toMatchObject({
      'x-request-id': 'req-2',
      traceparent: expect.stringMatching(`^00-${trace}-[0-9a-f]{16}-01$`),
      // The payment service's own limit is below what is left of the page.
      'x-request-timeout-ms': '500',
    });
    expect(headers).not.toHaveProperty('authorization');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { status, headers, text } = await app.get('/v1/orders/ord_1', {}, 'head');
    expect({ status, complete: headers['bff-complete'], text }).toEqual({
      status: 200,
      complete: '?1',
      text: undefined,
    });
    expect(Number(headers['content-length'])).toBeGreaterThan(100);
  });
});

describe('an order that is not the caller’s', () => {
  it.each([
    ['does not exist', reply.problem(404)],
    ['is another customer’s', reply.json(anOrder({ userId: 'usr_2' }))],
  ])('is 404 when it %s', async (_, answer) => {
    app.order.on('GET', '/orders/:orderId', answer);
    const { status, body, headers } = await app.get('/v1/orders/ord_1');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:bff:problem:not-found',
      status: 404,
      code: 'NOT_FOUND',
      section: 'order',
      retryable: false,
    });
    expect(JSON.stringify(body)).not.toContain('usr_2');
  });
});
