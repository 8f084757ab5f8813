import { fixedSettings } from '@bff/live-settings';
import { reply } from '@bff/testing';
import type { GraphqlSettings } from '../src/settings.ts';
import { type GraphqlApp, startGraphqlApp, wholeOrder } from './graphql-app.ts';

let app: GraphqlApp;
let values: GraphqlSettings;
beforeEach(async () => {
  app = await startGraphqlApp({
    hold(first) {
      values = first;
      // Replaced as a whole, as a reload does it: what was captured at the start would stay.
      return { ...fixedSettings(first), current: () => values };
    },
  });
});
afterEach(() => app.close());

const change = (part: Partial<GraphqlSettings>): void => {
  values = { ...values, ...part };
};

it.each([
  ['depth', 2],
  ['tokens', 10],
  ['cost', 1],
] as const)('holds a document that it knows already to a lower limit: %s', async (limit, allowed) => {
  expect((await app.query(wholeOrder)).status).toBe(200);
  change({ limits: { ...values.limits, [limit]: allowed } });
  const { status, body } = await app.query(wholeOrder);
  expect(status).toBe(400);
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_REFUSED', limit, allowed });
  change({ limits: { ...values.limits, [limit]: 5000 } });
  expect((await app.query(wholeOrder)).status).toBe(200);
});

it('compresses from the size that is in effect', async () => {
  const encodingOf = async () => (await app.query(wholeOrder)).headers['content-encoding'];
  change({ compression: { minBytes: 1_000_000 } });
  expect(await encodingOf()).toBeUndefined();
  change({ compression: { minBytes: 1 } });
  expect(await encodingOf()).toBeDefined();
});

it('gives an operation the time that is in effect', async () => {
  change({ page: { deadlineMs: 60 } });
  app.payment.on('GET', '/payments', reply.hang());
  const answer = app.query(wholeOrder);
  await app.payment.whenRequested('/payments');
  await app.inventory.whenRequested('/api/v2/stock');
  await app.clock.advanceBy(60);
  expect((await answer).body.extensions?.bff.sections['order.payment']).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
});
