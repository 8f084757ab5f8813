import { reply } from '@bff/testing';
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts';

let app: GraphqlApp;
beforeAll(async () => {
  app = await startGraphqlApp();
});
afterAll(() => app.close());

describe('an argument that is wrong is refused before anything is asked of a service, and named', () => {
  it.each([
    ['order(id: "x")', 'must be an order id, like "ord_00001"; was "x"'],
    ['order(id: "../admin")', 'must be an order id'],
    ['order(id: 7)', 'must be an order id, like "ord_00001"; was 7'],
    ['product(sku: "sku-1")', 'must be a stock keeping unit, like "SKU-0001"; was "sku-1"'],
    ['orders(first: 0) { totalCount }', 'must be a whole number from 1 to 50; was 0'],
    ['orders(first: 51) { totalCount }', 'must be a whole number from 1 to 50; was 51'],
    ['orders(first: 1.5) { totalCount }', 'must be a whole number from 1 to 50; was 1.5'],
    ['orders(filter: { text: "" }) { totalCount }', 'must be a text of 1 to 100 characters; was ""'],
    ['orders(filter: { placedFrom: "today" }) { totalCount }', 'must be an ISO 8601 time in UTC'],
    ['orders(filter: { placedFrom: "2026-10-31T09:30:00+02:00" }) { totalCount }', 'must be an ISO 8601 time in UTC'],
    [
      'products(price: { currency: "euro" }) { totalCount }',
      'must be a three-letter ISO 4217 code, like "EUR"; was "euro"',
    ],
    ['products(price: { currency: "EUR", lowest: -1 }) { totalCount }', 'must be a whole number from 0 to'],
    ['products(category: "kitchen") { totalCount }', 'must be a category, like "KITCHEN"; was "kitchen"'],
    ['products(page: 10001) { totalCount }', 'must be a whole number from 1 to 10000'],
    ['orders(status: PAID) { totalCount }', 'Unknown argument "status"'],
    ['orders(sort: NEWEST) { totalCount }', 'does not exist in "OrderSort"'],
  ])('%s', async (field, reason) => {
    const calls = app.calls();
    const { status, body } = await app.query(`{ ${field.endsWith('}') ? field : `${field} { __typename }`} }`);
    expect(status).toBe(422);
    expect(body.errors?.[0]?.message).toContain(reason);
    expect(body.errors?.[0]).toHaveProperty('locations');
    expect(app.calls()).toEqual(calls);
  });

  it('says of what type it is to be, and where it stands', async () => {
    const { body } = await app.query('{ orders(first: 51) { totalCount } }');
    expect(body.errors?.[0]).toMatchObject({
      message: 'Expected value of type "PageSize!", found 51; must be a whole number from 1 to 50; was 51',
      locations: [{ line: 1, column: 17 }],
    });
  });

  it.each([
    [
      '$id: OrderId!',
      'order(id: $id) { id }',
      { id: 'x' },
      'Variable "$id" got invalid value "x"; Expected type "OrderId". must be an order id',
    ],
    ['$id: OrderId!', 'order(id: $id) { id }', {}, 'Variable "$id" of required type "OrderId!" was not provided.'],
    [
      '$first: PageSize!',
      'orders(first: $first) { totalCount }',
      { first: '20' },
      'must be a whole number from 1 to 50; was "20"',
    ],
    [
      '$filter: OrderFilter',
      'orders(filter: $filter) { totalCount }',
      { filter: { state: 'PAID' } },
      'Variable "$filter" got invalid value { state: "PAID" }; Field "state" is not defined by type "OrderFilter".',
    ],
    [
      '$price: PriceRange',
      'products(price: $price) { totalCount }',
      { price: { currency: 7 } },
      'at "price.currency"; Expected type "CurrencyCode". must be a three-letter',
    ],
  ])('in a variable: %s %s', async (definition, field, variables, reason) => {
    const calls = app.calls();
    const { status, body } = await app.query(`query (${definition}) { ${field} }`, { variables });
    expect(status).toBe(422);
    expect(body.errors?.[0]?.message).toContain(reason);
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(app.calls()).toEqual(calls);
  });

  it('shows no more than a little of what was given', async () => {
    const { body } = await app.query(`query ($id: OrderId!) { order(id: $id) { id } }`, {
      variables: { id: 'x'.repeat(5000) },
    });
    expect(JSON.stringify(body).length).toBeLessThan(1000);
    expect(body.errors?.[0]?.message).toMatch(/was "x{40}…"$/);
  });
});

describe('arguments that do not go together leave their field null, and name the one at fault', () => {
  it.each([
    [
      'orders(filter: { placedFrom: "2026-11-02T00:00:00Z", placedBefore: "2026-11-01T00:00:00Z" }) { totalCount }',
      'filter.placedBefore',
      'must be later than placedFrom',
    ],
    [
      'products(price: { currency: "EUR", lowest: 200, highest: 100 }) { totalCount }',
      'price.highest',
      'must not be lower than lowest',
    ],
  ])('%s', async (query, field, reason) => {
    const { status, headers, body } = await app.query(`{ ${query} viewer { id } }`);
    expect({ status, viewer: body.data.viewer }).toEqual({ status: 200, viewer: { id: 'usr_1' } });
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: `${field} ${reason}`,
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', errors: [{ field, reason }] }),
      }),
    ]);
    expect(headers).toMatchObject({ 'bff-complete': '?0', 'cache-control': 'no-store' });
    expect(body.extensions?.bff).toMatchObject({ complete: false, degraded: true });
  });

  it('a cursor that the order service refuses', async () => {
    app.order.on(
      'GET',
      '/orders',
      reply.text(
        JSON.stringify({
          type: 'urn:bff:problem:bad-request',
          title: 'The request is not valid',
          status: 400,
          code: 'BAD_REQUEST',
          errors: [{ in: 'query', field: 'cursor', reason: 'secret words of the service' }],
        }),
        'application/problem+json',
        { status: 400 },
      ),
    );
    const { status, body } = await app.query('{ orders(after: "made-up") { totalCount } viewer { id } }');
    expect({ status, data: body.data }).toEqual({ status: 200, data: { orders: null, viewer: { id: 'usr_1' } } });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['orders'],
        extensions: expect.objectContaining({
          code: 'BAD_USER_INPUT',
          section: 'orders',
          retryable: false,
          errors: [{ field: 'after', reason: expect.stringContaining('must be a cursor of this connection') }],
        }),
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('secret words');
  });
});

describe('a variable that is null where its argument takes none', () => {
  it.each([
    ['$n: PageSize', 'orders(first: $n) { totalCount }', { n: null }],
    ['$id: OrderId = "ord_1"', 'order(id: $id) { id }', { id: null }],
    ['$b: Boolean = true', 'viewer @include(if: $b) { id }', { b: null }],
  ])('%s is the client’s mistake: %s', async (definition, field, variables) => {
    const lines = app.logLines().length;
    const { body } = await app.query(`query (${definition}) { ${field} }`, { variables });
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.message).toMatch(/must not be null|non-null/);
    const logged = app.logLines().slice(lines);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

it('a cursor that is refused ends a strict operation at once, by its own status', async () => {
  app.inventory.on('GET', '/api/v2/items', reply.hang());
  const query = '{ orders(after: "made-up") { totalCount } product(sku: "SKU-77") { name } }';
  const answering = app.query(query, { headers: { prefer: 'handling=strict' } });
  const request = await app.inventory.whenRequested('/api/v2/items');
  const { status, body } = await answering;
  expect({ status, code: body.errors?.[0]?.extensions['code'] }).toEqual({ status: 422, code: 'BAD_USER_INPUT' });
  await request.closedByClient;
});

it('a strict client gets a status for it', async () => {
  const query = '{ products(price: { currency: "EUR", lowest: 200, highest: 100 }) { totalCount } viewer { id } }';
  const { status, body } = await app.query(query, { headers: { prefer: 'handling=strict' } });
  expect(status).toBe(422);
  expect(body).not.toHaveProperty('data');
});
