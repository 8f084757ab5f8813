import { reply } from '@bff/testing';
import { type GraphqlApp, startGraphqlApp, wholeOrder } from './graphql-app.ts';

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

/** The outcomes of operations, each with how often it was counted. */
async function outcomes(): Promise<string[]> {
  const text: string = await (await fetch(`${app.server.adminUrl}/metrics`)).text();
  const counted = text.matchAll(/^bff_page_requests_total\{.*page="graphql",outcome="(\w+)".*\} (\d+)$/gm);
  return [...counted].map(([, outcome, times]) => `${outcome} ${times}`);
}

it.each([
  ['whole', 'complete', () => {}],
  ['of which a part failed', 'degraded', () => app.payment.on('GET', '/payments', reply.problem(500))],
  ['of which everything failed', 'failed', () => app.order.on('GET', '/orders', reply.problem(500))],
  ['of something that is not there', 'refused', () => app.order.on('GET', '/orders', reply.json({ orders: [] }))],
])('counts an operation that is %s as %s', async (_, outcome, breakIt) => {
  breakIt();
  await app.query(wholeOrder);
  expect(await outcomes()).toEqual([`${outcome} 1`]);
});

it.each([
  [
    'an order that is not there next to one that is',
    'complete',
    '{ viewer { customer { name } } order(id: "ord_404") { id } }',
  ],
  [
    'a price range that ends before it starts',
    'refused',
    '{ products(price: { currency: "EUR", lowest: 2, highest: 1 }) { totalCount } }',
  ],
])('lets nobody raise an alarm by %s', async (_, outcome, query) => {
  app.order.on('GET', '/orders', reply.json({ orders: [] }));
  await app.query(query);
  expect(await outcomes()).toEqual([`${outcome} 1`]);
});

it('counts an answer of one service next to a failure of another as failed, when nothing is shown', async () => {
  app.order.on('GET', '/orders', reply.json({ orders: [] }));
  app.user.on('GET', '/users', reply.problem(500));
  await app.query('{ order(id: "ord_404") { id } viewer { customer { name } } }');
  expect(await outcomes()).toEqual(['failed 1']);
});

it('counts one that a strict client gets no data of by its failure, and one that was refused not at all', async () => {
  app.payment.on('GET', '/payments', reply.problem(500));
  await app.query(wholeOrder, { headers: { prefer: 'handling=strict' } });
  await app.query('{ nothing }');
  expect(await outcomes()).toEqual(['failed 1']);
});

it('holds no timer when it has answered', async () => {
  await app.query('{ __typename }');
  const before = app.clock.pendingTimers;
  await app.query(wholeOrder);
  await app.query('{ nothing }');
  expect(app.clock.pendingTimers).toBe(before);
});

it('counts the time that the token took', async () => {
  await app.close();
  app = await startGraphqlApp({ attemptMs: { order: 5000 } });
  await app.query('{ __typename }');
  // So long after the last time that the issuer may be asked for its keys again.
  await app.clock.advanceBy(2000);
  app.issuer.rotate();
  const answering = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  app.issuer.answerWith((_request, response) => {
    asked.resolve();
    void answering.promise.then(() =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [app.issuer.key.publicJwk] })),
    );
  });
  app.order.on('GET', '/orders', reply.hang());
  const answer = app.query('{ order(id: "ord_1") { id } }');
  await asked.promise;
  await app.clock.advanceBy(200);
  answering.resolve();
  await app.order.whenRequested('/orders');
  await app.clock.advanceBy(1220);
  expect((await answer).body.errors).toMatchObject([{ extensions: { code: 'DOWNSTREAM_TIMEOUT' } }]);
});
