import { type Reply, reply } from '@bff/testing';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
/** The same page with all well, from an app of its own: what one has kept must not be in the other. */
let whole: Body;
beforeAll(async () => {
  const healthy = await startMobileApp();
  whole = (await healthy.get('/v1/orders/ord_1')).body;
  await healthy.close();
});
beforeEach(async () => {
  app = await startMobileApp();
});
afterEach(() => app.close());

type Body = { readonly data: Readonly<Record<string, unknown>> };
type Name = 'order' | 'user' | 'payment' | 'inventory';
const pathOf = { order: '/orders/:orderId', user: '/users/:userId', payment: '/payments', inventory: '/api/v2/stock' };
const sectionOf = { order: 'order', user: 'customer', payment: 'payment', inventory: 'stock' };
const breakService = (name: Name, answer: Reply) => app[name].on('GET', pathOf[name], answer);

describe('an optional section that cannot be had', () => {
  it.each([
    ['user', 'a 500', reply.problem(500), 'DOWNSTREAM_UNAVAILABLE', true],
    ['payment', 'a connection reset', reply.reset(), 'DOWNSTREAM_UNAVAILABLE', true],
    ['payment', 'HTML with status 200', reply.html(), 'DOWNSTREAM_BAD_RESPONSE', false],
    ['inventory', 'malformed JSON', reply.malformed(), 'DOWNSTREAM_BAD_RESPONSE', false],
    ['inventory', 'an answer that breaks the contract', reply.json({ stock: [{}] }), 'DOWNSTREAM_BAD_RESPONSE', false],
    ['payment', 'a 429', reply.problem(429, { 'retry-after': '7' }), 'DOWNSTREAM_RATE_LIMITED', true],
    ['user', 'a 403', reply.problem(403), 'FORBIDDEN', false],
  ] as const)('%s answers with %s', async (service, _, answer, code, retryable) => {
    breakService(service, answer);
    const { status, body, headers } = await app.get('/v1/orders/ord_1', { 'x-request-id': 'r' });
    const section = sectionOf[service];

    expect(status).toBe(200);
    expect(body.data).toEqual({ ...whole.data, [section]: null });
    expect(body.meta).toMatchObject({
      complete: false,
      degraded: true,
      sections: { [section]: { status: 'failed', code, retryable } },
    });
    expect(Object.keys(body.meta.sections)).toEqual([section]);
    expect(headers).toMatchObject({
      'bff-complete': '?0',
      'bff-sections': `${section};failed=${code}`,
      'cache-control': 'no-store',
    });
  });

  it('tells how long the service asked us to wait', async () => {
    breakService('payment', reply.problem(429, { 'retry-after': '7' }));
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.meta.sections.payment).toEqual({
      status: 'failed',
      code: 'DOWNSTREAM_RATE_LIMITED',
      retryable: true,
      retryAfterMs: 7000,
    });
  });
});

describe('the order itself', () => {
  it.each([
    ['a 500', reply.problem(500), 502, 'DOWNSTREAM_UNAVAILABLE'],
    ['HTML', reply.html(), 502, 'DOWNSTREAM_BAD_RESPONSE'],
    ['a 429', reply.problem(429, { 'retry-after': '7' }), 503, 'DOWNSTREAM_RATE_LIMITED'],
    ['a 403', reply.problem(403), 403, 'FORBIDDEN'],
  ] as const)('answered with %s makes the page a problem', async (_, answer, status, code) => {
    breakService('order', answer);
    const response = await app.get('/v1/orders/ord_1');
    expect(response.status).toBe(status);
    expect(response.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'bff-complete': '?0',
      'bff-sections': expect.stringContaining(`order;failed=${code}`),
      'cache-control': 'no-store',
    });
    expect(response.headers['retry-after']).toBe(status === 503 ? '7' : undefined);
    expect(response.body).toMatchObject({
      status,
      code,
      section: 'order',
      type: `urn:bff:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    });
  });
});

describe('strict handling', () => {
  it('turns any failed section into the problem, and says that it did', async () => {
    breakService('user', reply.problem(403));
    const { status, headers, body } = await app.get('/v1/orders/ord_1', { prefer: 'handling=strict' });
    expect({ status, code: body.code, section: body.section }).toEqual({
      status: 403,
      code: 'FORBIDDEN',
      section: 'customer',
    });
    expect(headers['preference-applied']).toBe('handling=strict');
  });

  it('changes nothing about a whole page', async () => {
    const { status, headers } = await app.get('/v1/orders/ord_1', { prefer: 'handling=strict' });
    expect({ status, applied: headers['preference-applied'] }).toEqual({ status: 200, applied: 'handling=strict' });
  });
});

describe('what a failing service says', () => {
  it('reaches neither the client nor, where it is a secret, the log', async () => {
    const leak = 'postgres://root:hunter2@10.0.0.7';
    breakService('payment', reply.text(`{"error":"${leak}"}`, 'application/json', { status: 500 }));
    const { text, headers } = await app.get('/v1/orders/ord_1');
    expect(text + JSON.stringify(headers)).not.toMatch(/hunter2|10\.0\.0\.7|127\.0\.0\.1/);
    expect(app.logText()).toContain('section failed');
    expect(app.logText()).not.toMatch(/hunter2|Bearer |eyJ/);
  });
});
