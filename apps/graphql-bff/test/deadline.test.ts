import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { reply } from '@bff/testing';
import { type GraphqlApp, type GraphqlAppOptions, startGraphqlApp, wholeOrder } from './graphql-app.ts';

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

const services = () => [app.order, app.user, app.payment, app.inventory];

it('answers within the deadline when a service hangs, with everything else in it', async () => {
  app.payment.on('GET', '/payments', reply.hang());
  const answering = app.query(wholeOrder);
  await app.payment.whenRequested('/payments');
  await app.inventory.whenRequested('/api/v2/stock');
  await app.clock.advanceBy(1420);
  const { status, body } = await answering;
  expect(status).toBe(200);
  expect(body.data.order).toMatchObject({ payment: null, customer: { name: 'Ada Lovelace' } });
  expect(body.errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'DOWNSTREAM_TIMEOUT', service: 'payment' }),
    }),
  ]);
});

it('holds for the whole operation: what a late section leads to is not asked for any more', async () => {
  app = await restartedWith({ attemptMs: { order: 5000 } });
  app.order.on('GET', '/orders', reply.hang());
  const answering = app.query('{ order(id: "ord_1") { payment { status } } viewer { customer { name } } }');
  await app.order.whenRequested('/orders');
  await app.user.whenRequested('/users');
  await app.clock.advanceBy(1420);
  const { body } = await answering;
  expect(body.data).toEqual({ order: null, viewer: { customer: { name: 'Ada Lovelace' } } });
  expect(body.errors).toMatchObject([{ path: ['order'], extensions: { code: 'DOWNSTREAM_TIMEOUT' } }]);
  expect(app.payment.requests).toHaveLength(0);
});

it('opens the circuit of a service that hangs, and answers at once then', async () => {
  app.payment.on('GET', '/payments', reply.hang());
  for (let count = 1; count <= 5; count += 1) {
    const answering = app.query('{ order(id: "ord_1") { payment { status } } }');
    await app.payment.whenRequested('/payments', count);
    await app.clock.advanceBy(1420);
    await answering;
  }
  const { body } = await app.query('{ order(id: "ord_1") { payment { status } } }');
  expect(body.errors).toMatchObject([
    { extensions: { code: 'DOWNSTREAM_CIRCUIT_OPEN', service: 'payment', retryable: true } },
  ]);
});

it('cancels everything when the client leaves, holds nothing against the services, and counts no failure', async () => {
  for (const service of services()) {
    for (const path of ['/orders', '/users', '/payments', '/api/v2/items']) service.on('GET', path, reply.hang());
  }
  const leaving = new AbortController();
  const query = '{ order(id: "ord_1") { id } viewer { customer { name } } product(sku: "SKU-1") { name } }';
  const answering = fetch(`${app.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...app.bearer() },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  }).catch((error: Error) => error.name);
  const requests = await Promise.all([
    app.order.whenRequested('/orders'),
    app.user.whenRequested('/users'),
    app.inventory.whenRequested('/api/v2/items'),
  ]);
  leaving.abort();
  expect(await answering).toBe('AbortError');
  await Promise.all(requests.map(({ closedByClient }) => closedByClient));
  expect(app.logText()).not.toContain('section failed');
  const metrics: string = await (await fetch(`${app.server.adminUrl}/metrics`)).text();
  expect(metrics).not.toMatch(/bff_section_outcomes_total\{.*status="failed"/);
});

it('does not count the time that a client takes to send its body', async () => {
  const body = JSON.stringify({ query: '{ order(id: "ord_1") { id } }' });
  const sending = request(`${app.server.url}/graphql`, {
    method: 'POST',
    headers: {
      ...app.bearer(),
      'content-type': 'application/json',
      'content-length': body.length,
      expect: '100-continue',
    },
  });
  const answered = once(sending, 'response');
  sending.flushHeaders();
  // The body is waited for: the token has been checked.
  await once(sending, 'continue');
  sending.write(body.slice(0, 20));
  await app.clock.advanceBy(5000);
  sending.end(body.slice(20));
  const [response] = await answered;
  expect(await json(response)).toMatchObject({ data: { order: { id: 'ord_1' } } });
});

it('tells a client that is still there that the process stops', async () => {
  app = await restartedWith({ attemptMs: { order: 60_000 }, deadlineMs: 60_000 });
  app.order.on('GET', '/orders', reply.hang());
  const answering = app.query('{ order(id: "ord_1") { id } }');
  await app.order.whenRequested('/orders');
  const closed = app.server.close();
  await app.clock.advanceBy(app.server.longestCloseMs);
  const { status, headers, body } = await answering;
  expect(status).toBe(503);
  expect(headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
  expect(body).toEqual({
    errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SHUTTING_DOWN' }) })],
  });
  await closed;
});

/** The same app with more time for an attempt or the whole. */
async function restartedWith(options: GraphqlAppOptions): Promise<GraphqlApp> {
  await app.close();
  return startGraphqlApp(options);
}
