import { type ResponseCheck, reply, responseChecker } from '@bff/testing';
import { request } from 'node:http';
import supertest from 'supertest';
import { document } from '../src/openapi.ts';
import { routes } from '../src/routes.ts';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

const check: ResponseCheck = responseChecker(document);

it('the document has every route', () => {
  const paths = routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  expect(Object.keys(document.paths ?? {})).toEqual(paths);
});

describe('an answer is as the document has it', () => {
  let app: MobileApp;
  beforeEach(async () => {
    app = await startMobileApp();
  });
  afterEach(() => app.close());

  /** Asks, and holds the answer against the document. */
  async function checked(path: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await app.get(path, headers);
    expect(check('GET', path, response)).toEqual([]);
    return response;
  }

  it.each(routes.map(({ path }) => path.replace(':orderId', 'ord_1')))('%s, whole', async (path) => {
    const { status, body } = await checked(path);
    expect({ status, complete: body.meta.complete }).toEqual({ status: 200, complete: true });
    await checked(path, { prefer: 'handling=strict' });
    await checked(path, { prefer: 'handling=lenient' });
  });

  it.each([
    ['/v1/orders/ord_1', 'user'],
    ['/v1/orders/ord_1', 'payment'],
    ['/v1/orders/ord_1', 'inventory'],
    ['/v1/orders', 'inventory'],
    ['/v1/home', 'user'],
    ['/v1/home', 'order'],
  ] as const)('%s, partial because %s is down', async (path, service) => {
    breakService(service);
    const { status, body } = await checked(path);
    expect({ status, complete: body.meta.complete }).toEqual({ status: 200, complete: false });
  });

  it.each([
    ['a refusal', reply.problem(403)],
    ['a request to wait', reply.problem(429, { 'retry-after': '7' })],
    ['HTML', reply.html()],
    ['a reset', reply.reset()],
  ])('/v1/orders/ord_1, partial because of %s', async (_, answer) => {
    app.payment.on('GET', '/payments', answer);
    expect((await checked('/v1/orders/ord_1')).body.meta.complete).toBe(false);
  });

  it('stale', async () => {
    await checked('/v1/orders/ord_1');
    breakService('inventory');
    breakService('user');
    await app.clock.advanceBy(60_000);
    const { body } = await checked('/v1/orders/ord_1');
    expect(body.meta.sections).toMatchObject({ stock: { status: 'stale' }, customer: { status: 'stale' } });
  });

  it.each([
    [502, 'DOWNSTREAM_UNAVAILABLE', reply.problem(500)],
    [502, 'DOWNSTREAM_BAD_RESPONSE', reply.malformed()],
    [503, 'DOWNSTREAM_RATE_LIMITED', reply.problem(429, { 'retry-after': '7' })],
    [404, 'NOT_FOUND', reply.problem(404)],
    [403, 'FORBIDDEN', reply.problem(403)],
  ])('a problem: %i %s', async (status, code, answer) => {
    app.order.on('GET', '/orders/:orderId', answer);
    const response = await checked('/v1/orders/ord_1');
    expect({ status: response.status, code: response.body.code }).toEqual({ status, code });
  });

  it('a problem: 503 DOWNSTREAM_CIRCUIT_OPEN', async () => {
    breakService('order');
    for (let failure = 0; failure < 5; failure += 1) await checked('/v1/orders/ord_1');
    const { status, body } = await checked('/v1/orders/ord_1');
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'DOWNSTREAM_CIRCUIT_OPEN' });
  });

  it('a problem: 504 DOWNSTREAM_TIMEOUT', async () => {
    app.order.on('GET', '/orders/:orderId', reply.hang());
    const page = checked('/v1/orders/ord_1');
    await app.order.whenRequested('/orders/*');
    await app.clock.advanceBy(350);
    const { status, body } = await page;
    expect({ status, code: body.code }).toEqual({ status: 504, code: 'DOWNSTREAM_TIMEOUT' });
  });

  it('a problem, because strict handling was asked for', async () => {
    breakService('payment');
    expect((await checked('/v1/orders/ord_1', { prefer: 'handling=strict' })).status).toBe(502);
  });

  it('a page of which nothing is left', async () => {
    for (const service of ['user', 'order'] as const) breakService(service);
    expect((await checked('/v1/home')).status).toBe(502);
  });

  it.each(['/v1/orders/nonsense', '/v1/orders?limit=x&page=2', '/v1/home?user=usr_2'])('400 of %s', async (path) => {
    expect((await checked(path)).status).toBe(400);
  });

  it.each([
    ['no token', {}],
    ['a bad token', { authorization: 'Bearer x' }],
  ])('401 for %s', async (_, headers) => {
    const response = await supertest(app.server.url).get('/v1/profile').set(headers);
    expect(response.status).toBe(401);
    expect(check('GET', '/v1/profile', response)).toEqual([]);
  });

  it.each([
    [411, { 'transfer-encoding': 'chunked' }, ''],
    [413, { 'content-length': '200000' }, ''],
    [414, {}, `?cursor=${'x'.repeat(3000)}`],
    [417, { expect: 'a miracle' }, ''],
    [431, Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`x-${at}`, '1'])), ''],
  ])('%i, before the path is looked at', async (status, headers, query) => {
    const response = await sendHead(`${app.server.url}/v1/orders${query}`, headers);
    expect(response.status).toBe(status);
    expect(check('GET', '/v1/orders', response)).toEqual([]);
  });

  function breakService(service: keyof typeof pathsOf): void {
    for (const path of pathsOf[service]) app[service].on('GET', path, reply.problem(500));
  }
});

const pathsOf = {
  order: ['/orders/:orderId', '/orders'],
  user: ['/users/:userId'],
  payment: ['/payments'],
  inventory: ['/api/v2/stock', '/api/v2/items'],
};

/** The head of a request and nothing more, which no HTTP library would send. */
function sendHead(url: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const head = request(url, { headers }, (res) => {
        let text = '';
        res.on('data', (chunk: Buffer) => (text += chunk.toString()));
        res.on('end', () => {
          head.destroy();
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text });
        });
      });
      head.on('error', reject);
      head.flushHeaders();
    },
  );
}
