import { createHash } from 'node:crypto';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { fixedSettings } from '@bff/live-settings';
import { reply } from '@bff/testing';
import { createBffClient, readPage } from './client/bff-client.ts';
import { OrderListDocument, OrderPageDocument } from './client/generated.ts';
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts';

/* A front end's own code, against the real app: typed by the schema, and shown a page with parts missing. */

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

const clientFor = (token = app.issuer.token({ sub: 'usr_1' })) =>
  createBffClient({ uri: `${app.server.url}/graphql`, token });

it('has a whole page, with the types of the query', async () => {
  const { data, complete, sections } = await readPage(clientFor(), OrderPageDocument, { id: 'ord_1' });
  expect({ complete, sections }).toEqual({ complete: true, sections: {} });
  const total: string | undefined = data.order?.totals.total.decimal;
  expect(total).toBe('86.85');
  expect(data.order?.lines.map(({ product }) => product?.stock?.available)).toEqual([3, 3]);
});

it('has what is there of a page, and knows why the rest is not', async () => {
  app.payment.on('GET', '/payments', reply.problem(503, { 'retry-after': '7' }));
  const { data, complete, sections } = await readPage(clientFor(), OrderPageDocument, { id: 'ord_1' });
  expect(complete).toBe(false);
  expect(data.order).toMatchObject({ id: 'ord_1', payment: null, customer: { name: 'Ada Lovelace' } });
  expect(sections['order.payment']).toEqual({
    status: 'failed',
    code: 'DOWNSTREAM_UNAVAILABLE',
    retryable: true,
    retryAfterMs: 7000,
  });
});

it('knows how old a page is that is not fresh, which is no error', async () => {
  const client = clientFor();
  await readPage(client, OrderPageDocument, { id: 'ord_1' });
  await app.inventory.refuse();
  await app.clock.advanceBy(95_000);
  const { data, complete, sections } = await readPage(client, OrderPageDocument, { id: 'ord_1' });
  expect(complete).toBe(true);
  expect(data.order?.lines[0]?.product?.stock?.available).toBe(3);
  expect(sections['order.lines.product.stock']).toEqual({
    status: 'stale',
    ageSeconds: 95,
    code: 'DOWNSTREAM_UNAVAILABLE',
  });
});

it('turns the pages of a list', async () => {
  const { data } = await readPage(clientFor(), OrderListDocument, { first: 2, filter: { status: 'PAID' } });
  expect(data.orders?.nodes.map(({ id, payment }) => [id, payment?.status])).toEqual([
    ['ord_1', 'CAPTURED'],
    ['ord_2', 'CAPTURED'],
  ]);
  const { endCursor } = data.orders?.pageInfo ?? {};
  await readPage(clientFor(), OrderListDocument, { first: 2, after: endCursor ?? null });
  expect(app.order.requests.at(-1)?.query.get('cursor')).toBe('after-ord_2');
});

it('sends the hash of a query first, and its text once', async () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const client = createBffClient({
    uri: `${app.server.url}/graphql`,
    token: app.issuer.token({ sub: 'usr_1' }),
    links: [new PersistedQueryLink({ sha256 })],
  });
  for (const id of ['ord_1', 'ord_2']) {
    const { data, complete } = await readPage(client, OrderPageDocument, { id });
    expect({ complete, id: data.order?.id }).toEqual({ complete: true, id });
  }
  const statuses = app.logLines().flatMap(({ route, status }) => (route === '/graphql' ? [status] : []));
  expect(statuses).toEqual([404, 200, 200]);
});

it('throws when there is no page at all, with the code that says why', async () => {
  const codeOf = (error: unknown) => (CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.['code'] : error);
  const refused = await readPage(clientFor(), OrderPageDocument, { id: 'nonsense' }).catch(codeOf);
  expect(refused).toBe('BAD_USER_INPUT');
  const unknown = await readPage(clientFor('no token'), OrderPageDocument, { id: 'ord_1' }).catch(codeOf);
  expect(unknown).toBe('UNAUTHENTICATED');
});

it('is told by a server that has too much to do when to come back', async () => {
  const busy = await startGraphqlApp({
    hold: (values) => fixedSettings({ ...values, shedding: { ...values.shedding, maxInFlight: 1 } }),
  });
  busy.payment.on('GET', '/payments', reply.hang());
  const token = busy.issuer.token({ sub: 'usr_1' });
  const client = createBffClient({ uri: `${busy.server.url}/graphql`, token });
  const first = readPage(client, OrderPageDocument, { id: 'ord_1' }).catch(() => {});
  await busy.payment.whenRequested('/payments');
  const refused = await readPage(client, OrderPageDocument, { id: 'ord_2' }).catch((error: unknown) => error);
  expect(CombinedGraphQLErrors.is(refused) && refused.errors[0]?.extensions).toEqual({
    code: 'OVERLOADED',
    retryable: true,
    retryAfterMs: expect.any(Number),
    requestId: expect.any(String),
  });
  await busy.close();
  await first;
});
