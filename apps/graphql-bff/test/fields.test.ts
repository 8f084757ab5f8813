import { type RecordedRequest, anItem, anItemPage, reply } from '@bff/testing';
import { type GraphqlApp, orderWithId, startGraphqlApp } from './graphql-app.ts';

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

it('shows who is asking from the token, and the rest from the user service', async () => {
  const { body } = await app.query(
    `{
      viewer {
        id
        roles
        customer {
          id name email tier memberSince
          addresses { label address { recipient city region country } }
          preferences { language currency marketingEmails }
        }
      }
    }`,
    { headers: app.bearer({ roles: ['customer', 'support', 'operator'] }) },
  );
  expect(body.data.viewer).toEqual({
    id: 'usr_1',
    roles: ['CUSTOMER', 'SUPPORT'],
    customer: {
      id: 'usr_1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      tier: 'GOLD',
      memberSince: '2020-01-01T00:00:00Z',
      addresses: [
        { label: 'Home', address: { recipient: 'Ada Lovelace', city: 'Amsterdam', region: null, country: 'NL' } },
      ],
      preferences: { language: 'en', currency: 'EUR', marketingEmails: false },
    },
  });
});

it('shows an order as it was ordered', async () => {
  const money = 'amount currency decimal';
  const { body } = await app.query(`{
    order(id: "ord_3") {
      id status placedAt currency
      lines { sku name quantity unitPrice { ${money} } total { ${money} } }
      totals { items { decimal } shipping { decimal } tax { decimal } total { decimal } }
      shippingAddress { street postalCode } billingAddress { street }
      history { status at note }
    }
  }`);
  expect(body.data.order).toEqual({
    id: 'ord_3',
    status: 'PAID',
    placedAt: '2026-10-30T08:15:00Z',
    currency: 'EUR',
    lines: ['SKU-5', 'SKU-6'].map((sku) => ({
      sku,
      name: `Product ${sku}`,
      quantity: 1,
      unitPrice: { amount: 500, currency: 'EUR', decimal: '5.00' },
      total: { amount: 500, currency: 'EUR', decimal: '5.00' },
    })),
    totals: {
      items: { decimal: '81.90' },
      shipping: { decimal: '4.95' },
      tax: { decimal: '0.00' },
      total: { decimal: '86.85' },
    },
    shippingAddress: { street: 'Herengracht 1', postalCode: '1015 BA' },
    billingAddress: { street: 'Herengracht 1' },
    history: [{ status: 'PAID', at: '2026-10-30T08:16:00Z', note: null }],
  });
});

describe('the connection of orders', () => {
  const page = `query ($first: PageSize! = 20, $after: Cursor, $filter: OrderFilter, $sort: OrderSort! = PLACED_AT_DESC) {
    orders(first: $first, after: $after, filter: $filter, sort: $sort) {
      edges { cursor node { id } }
      nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }`;

  it('has a cursor for each order', async () => {
    const { body } = await app.query(page, { variables: { first: 2 } });
    expect(body.data.orders).toEqual({
      edges: [
        { cursor: 'after-ord_1', node: { id: 'ord_1' } },
        { cursor: 'after-ord_2', node: { id: 'ord_2' } },
      ],
      nodes: [{ id: 'ord_1' }, { id: 'ord_2' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'after-ord_1', endCursor: 'after-ord_2' },
      totalCount: 2,
    });
  });

  it('says that there is more, and that there is something before', async () => {
    const orders = [orderWithId('ord_1')];
    app.order.on('GET', '/orders', reply.json({ orders, cursors: ['c1'], nextCursor: 'c1', totalCount: 9 }));
    const { body } = await app.query(page, { variables: { first: 1, after: 'c0' } });
    expect(body.data.orders.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: 'c1',
      endCursor: 'c1',
    });
  });

  it('may be empty', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [], cursors: [], nextCursor: null, totalCount: 0 }));
    const { body } = await app.query(page);
    expect(body.data.orders).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
    expect(body.errors).toBeUndefined();
  });

  it('asks the order service for what was asked of it, for the caller', async () => {
    const filter = {
      status: 'SHIPPED',
      placedFrom: '2026-10-01T00:00:00Z',
      placedBefore: '2026-11-01T00:00:00Z',
      text: ' red kettle ',
    };
    await app.query(page, { variables: { first: 7, after: 'c0', filter, sort: 'TOTAL_ASC' } });
    expect(Object.fromEntries(app.order.requests[0]?.query ?? [])).toEqual({
      userId: 'usr_1',
      cursor: 'c0',
      limit: '7',
      status: 'shipped',
      q: 'red kettle',
      from: '2026-10-01T00:00:00Z',
      to: '2026-11-01T00:00:00Z',
      sort: 'total',
      cursors: 'each',
    });
  });

  it('may be told without a filter by null', async () => {
    const { body } = await app.query(page, { variables: { first: 1, after: null, filter: null } });
    expect(body.errors).toBeUndefined();
    expect(Object.fromEntries(app.order.requests[0]?.query ?? [])).toEqual({
      userId: 'usr_1',
      limit: '1',
      sort: '-placedAt',
      cursors: 'each',
    });
  });

  it('keeps lists apart by what they were asked for', async () => {
    await app.query(page, { variables: { first: 1 } });
    await app.order.refuse();
    const other = await app.query(page, { variables: { first: 2 } });
    expect(other.body.data.orders).toBeNull();
    expect((await app.query(page, { variables: { first: 1 } })).body.data.orders.totalCount).toBe(1);
  });
});

describe('products', () => {
  it('are found with what to narrow the search by', async () => {
    app.inventory.on(
      'GET',
      '/api/v2/items/search',
      reply.json(anItemPage([anItem()], { page: 2, page_size: 5, total_cnt: 6 })),
    );
    const { body } = await app.query(`{
      products(text: "kettle", category: "KITCHEN", price: { currency: "EUR", lowest: 100, highest: 9000 }, sort: PRICE_DESC, page: 2, pageSize: 5) {
        items { sku name category price { decimal } images { size url } stock { available warehouses { warehouse available } } }
        page pageSize totalCount
        facets { categories { category count } prices { lowest { decimal } highest { decimal } count } }
      }
    }`);
    expect(body.errors).toBeUndefined();
    expect(body.data.products).toMatchObject({
      items: [
        {
          sku: 'SKU-0001',
          price: { decimal: '49.90' },
          images: [{ size: 'THUMBNAIL' }, { size: 'SMALL' }],
          stock: { available: 3, warehouses: [{ warehouse: 'WH-AMS', available: 3 }] },
        },
      ],
      page: 2,
      pageSize: 5,
      totalCount: 6,
      facets: {
        categories: [{ category: 'KITCHEN', count: 1 }],
        prices: [{ lowest: { decimal: '49.90' }, highest: { decimal: '49.90' }, count: 1 }],
      },
    });
    expect(Object.fromEntries(app.inventory.requests[0]?.query ?? [])).toEqual({
      q: 'kettle',
      category: 'KITCHEN',
      price_ccy: 'EUR',
      price_min: '1.00',
      price_max: '90.00',
      sort_cd: 'PRC_DSC',
      page: '2',
      page_size: '5',
    });
  });

  it('have pictures in the size that is asked for', async () => {
    const { body } = await app.query('{ product(sku: "SKU-0001") { images(size: SMALL) { size width } } }');
    expect(body.data.product.images).toEqual([{ size: 'SMALL', width: 240 }]);
  });

  it('that no warehouse keeps have none, with no failure', async () => {
    app.inventory.on('GET', '/api/v2/stock', reply.json({ stock: [] }));
    const { body } = await app.query('{ product(sku: "SKU-0001") { stock { available warehouses { warehouse } } } }');
    expect(body.data.product.stock).toEqual({ available: 0, warehouses: [] });
    expect(body.errors).toBeUndefined();
  });

  it('of a category that this schema would not take are shown all the same', async () => {
    app.inventory.on(
      'GET',
      '/api/v2/items',
      reply.json((_request: RecordedRequest) => ({ items: [anItem({ cat_cd: 'Kitchen & Home' })] })),
    );
    const { body } = await app.query('{ product(sku: "SKU-0001") { category } }');
    expect(body.data.product.category).toBe('Kitchen & Home');
  });
});

it('gives amounts that are too large for Int', async () => {
  const big = { amount: 9_000_000_000_000, currency: 'JPY' };
  const totals = { items: big, shipping: big, tax: big, total: big };
  app.order.on('GET', '/orders', reply.json({ orders: [{ ...orderWithId('ord_1'), totals }] }));
  const { body } = await app.query('{ order(id: "ord_1") { totals { total { amount decimal } } } }');
  expect(body.data.order.totals.total).toEqual({ amount: 9_000_000_000_000, decimal: '9000000000000' });
});
