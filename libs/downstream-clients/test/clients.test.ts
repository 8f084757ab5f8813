import {
  getOrdersByIdsQuerySchema,
  getPaymentsByOrdersQuerySchema,
  getSpendingQuerySchema,
  getUsersByIdsQuerySchema,
  listOrdersQuerySchema,
  searchItemsQuerySchema,
  skuCodesQuerySchema,
} from '@bff/contracts';
import { BadRequest } from '@bff/errors';
import { type RecordedRequest, reply } from '@bff/testing';
import type { z } from 'zod';
import { connected } from './connected.ts';
import { itemOf, noItems, orderOf, paymentOf, stockRowOf, userOf } from './fixtures.ts';

/** What the service would make of the query; throws when it would refuse it. */
const queryOf = <T>(request: RecordedRequest | undefined, schema: z.ZodType<T>): T =>
  schema.parse(Object.fromEntries(request?.query ?? []));

const refused = { code: 'DOWNSTREAM_BAD_RESPONSE', blame: 'service' };

/** The two ways to ask for a page of a user's orders. */
const lists = ['ofUser', 'ofUserWithCursors'] as const;

describe('orders', () => {
  it('byId: gives the order, and NOT_FOUND when there is none', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/orders/ord_1', reply.json(orderOf('ord_1')));
      stub.on('GET', '/orders/ord_2', reply.problem(404));
      stub.on('GET', '/orders/ord_3', reply.json(orderOf('ord_1')));
      await expect(services.orders.byId('ord_1')).resolves.toEqual(orderOf('ord_1'));
      await expect(services.orders.byId('ord_2')).rejects.toMatchObject({ code: 'NOT_FOUND', operation: 'getOrder' });
      await expect(services.orders.byId('ord_3')).rejects.toMatchObject(refused);
    }));

  it('ofUser: asks for one page with the filter and sort of the caller', () =>
    connected(async ({ stub, services }) => {
      const page = { orders: [orderOf('ord_1')], nextCursor: 'c2', totalCount: 2 };
      stub.on('GET', '/orders', reply.json(page));
      await expect(services.orders.ofUser('usr_1')).resolves.toEqual(page);
      expect(queryOf(stub.requests[0], listOrdersQuerySchema)).toEqual({
        userId: 'usr_1',
        limit: 20,
        sort: '-placedAt',
      });
      const query = { cursor: 'c=1&x', limit: 3, status: 'paid', from: '2026-01-01T00:00:00Z', sort: 'total' } as const;
      await services.orders.ofUser('usr_1', { ...query, text: '九谷 & fox' });
      expect(queryOf(stub.requests[1], listOrdersQuerySchema)).toEqual({ userId: 'usr_1', q: '九谷 & fox', ...query });
    }));

  it('ofUserWithCursors: asks for the same page and a cursor for each order', () =>
    connected(async ({ stub, services }) => {
      const page = { orders: [orderOf('ord_1'), orderOf('ord_2')], nextCursor: 'c2', totalCount: 3 };
      stub.on('GET', '/orders', reply.json({ ...page, cursors: ['c1', 'c2'] }));
      const query = { cursor: 'c0', limit: 2, status: 'paid', to: '2026-01-01T00:00:00Z', sort: '-total' } as const;
      await expect(services.orders.ofUserWithCursors('usr_1', { ...query, text: 'fox' })).resolves.toEqual({
        ...page,
        cursors: ['c1', 'c2'],
      });
      await services.orders.ofUser('usr_1', { ...query, text: 'fox' });
      const [withCursors, without] = stub.requests.map((request) => queryOf(request, listOrdersQuerySchema));
      expect(without).toEqual({ userId: 'usr_1', q: 'fox', ...query });
      expect(withCursors).toEqual({ ...without, cursors: 'each' });
    }));

  it('ofUserWithCursors: takes a page without orders', () =>
    connected(async ({ stub, services }) => {
      const page = { orders: [], nextCursor: null, totalCount: 0, cursors: [] };
      stub.on('GET', '/orders', reply.json(page));
      await expect(services.orders.ofUserWithCursors('usr_27')).resolves.toEqual(page);
    }));

  it.each<[string, number, readonly string[] | undefined]>([
    ['no cursors', 2, undefined],
    ['no cursors and no orders', 0, undefined],
    ['an empty list of cursors', 2, []],
    ['fewer cursors than orders', 2, ['c1']],
    ['more cursors than orders', 2, ['c1', 'c2', 'c3']],
  ])('ofUserWithCursors: does not believe a page with %s', (_, count, cursors) =>
    connected(async ({ stub, services }) => {
      const orders = [orderOf('ord_1'), orderOf('ord_2')].slice(0, count);
      stub.on('GET', '/orders', reply.json({ orders, nextCursor: null, totalCount: count, cursors }));
      await expect(services.orders.ofUserWithCursors('usr_1')).rejects.toMatchObject({
        ...refused,
        detail: 'status 200, the answer does not hold a cursor for each order',
      });
    }),
  );

  it('spending: gives money by month', () =>
    connected(async ({ stub, services }) => {
      const months = [
        { month: '2026-09', currency: 'EUR', amount: 1290, orders: 2 },
        { month: '2026-09', currency: 'JPY', amount: 5000, orders: 1 },
      ];
      stub.on('GET', '/orders/spending', reply.json({ months }), reply.json({ months: [{ month: '2026-9' }] }));
      const span = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
      await expect(services.orders.spending('usr_1', span)).resolves.toEqual([
        { month: '2026-09', spent: { amount: 1290, currency: 'EUR' }, orders: 2 },
        { month: '2026-09', spent: { amount: 5000, currency: 'JPY' }, orders: 1 },
      ]);
      expect(queryOf(stub.requests[0], getSpendingQuerySchema)).toEqual({ userId: 'usr_1', ...span });
      await expect(services.orders.spending('usr_1', span)).rejects.toMatchObject(refused);
    }));

  it.each(lists)('%s: does not believe a page that holds another user’s order', (list) =>
    connected(async ({ stub, services }) => {
      const orders = [orderOf('ord_1'), orderOf('ord_2', 'usr_2')];
      stub.on('GET', '/orders', reply.json({ orders, nextCursor: null, totalCount: 2, cursors: ['c1', 'c2'] }));
      await expect(services.orders[list]('usr_1')).rejects.toMatchObject(refused);
    }),
  );

  it.each(lists)('%s: a cursor that the service refuses is the client’s mistake', (list) =>
    connected(async ({ stub, services }) => {
      const errors = [{ in: 'query', field: 'cursor', reason: 'is not a cursor' }];
      const body = { type: 'about:blank', title: 'Bad request', status: 400, errors };
      stub.on(
        'GET',
        '/orders',
        reply.json(body, { status: 400, headers: { 'content-type': 'application/problem+json' } }),
      );
      const error: unknown = await services.orders[list]('usr_1', { cursor: 'stale' }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(BadRequest);
      expect(error).toMatchObject({ details: { errors: [{ in: 'query', field: 'cursor' }] } });
      await expect(services.orders[list]('usr_1')).rejects.toMatchObject({ ...refused, blame: 'request' });
    }),
  );

  it('byIds: asks once for each id and leaves out what is unknown', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/orders', reply.json({ orders: [orderOf('ord_2'), orderOf('ord_1')] }));
      const orders = await services.orders.byIds(['ord_2', 'ord_1', 'ord_2', 'ord_9']);
      expect([...orders.keys()]).toEqual(['ord_2', 'ord_1']);
      expect(orders.get('ord_1')).toEqual(orderOf('ord_1'));
      expect(queryOf(stub.requests[0], getOrdersByIdsQuerySchema).ids).toEqual(['ord_2', 'ord_1', 'ord_9']);
    }));
});

describe('users', () => {
  it('byId: gives the user, and NOT_FOUND when there is none', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/users/:userId', reply.json(userOf('usr_1')), reply.problem(404));
      await expect(services.users.byId('usr_1')).resolves.toEqual(userOf('usr_1'));
      await expect(services.users.byId('usr_1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }));

  it('byIds: gives them by id', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/users', reply.json({ users: [userOf('usr_1')] }));
      await expect(services.users.byIds(['usr_1', 'usr_9'])).resolves.toEqual(new Map([['usr_1', userOf('usr_1')]]));
      expect(queryOf(stub.requests[0], getUsersByIdsQuerySchema).ids).toEqual(['usr_1', 'usr_9']);
    }));
});

describe('payments', () => {
  it('ofOrder: gives them, none being an answer', () =>
    connected(async ({ stub, services }) => {
      stub.on(
        'GET',
        '/payments',
        reply.json({ payments: [] }),
        reply.json({ payments: [paymentOf('pay_1', 'ord_1')] }),
      );
      await expect(services.payments.ofOrder('ord_1')).resolves.toEqual([]);
      await expect(services.payments.ofOrder('ord_1')).resolves.toEqual([paymentOf('pay_1', 'ord_1')]);
      await expect(services.payments.ofOrder('ord_2')).rejects.toMatchObject(refused);
    }));

  it('ofOrders: has an entry for every order asked for', () =>
    connected(async ({ stub, services }) => {
      const payments = [paymentOf('pay_1', 'ord_1'), paymentOf('pay_2', 'ord_1'), paymentOf('pay_3', 'ord_3')];
      stub.on('GET', '/payments', reply.json({ payments }));
      const byOrder = await services.payments.ofOrders(['ord_1', 'ord_2', 'ord_3', 'ord_1']);
      expect([...byOrder]).toEqual([
        ['ord_1', payments.slice(0, 2)],
        ['ord_2', []],
        ['ord_3', payments.slice(2)],
      ]);
      expect(queryOf(stub.requests[0], getPaymentsByOrdersQuerySchema).orderIds).toEqual(['ord_1', 'ord_2', 'ord_3']);
    }));
});

describe('inventory', () => {
  it('products: speaks the legacy dialect so that nobody else has to', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/api/v2/items', reply.json({ items: [itemOf('SKU-1')] }));
      const products = await services.inventory.products(['SKU-1', 'SKU-GONE']);
      expect([...products.keys()]).toEqual(['SKU-1']);
      expect(products.get('SKU-1')).toMatchObject({ name: 'Pan', price: { amount: 1290, currency: 'EUR' } });
      expect(queryOf(stub.requests[0], skuCodesQuerySchema).sku_codes).toEqual(['SKU-1', 'SKU-GONE']);
    }));

  it('products: a price that its currency cannot hold is a bad answer', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/api/v2/items', reply.json({ items: [{ ...itemOf('SKU-1'), price_ccy: 'JPY' }] }));
      await expect(services.inventory.products(['SKU-1'])).rejects.toMatchObject({
        ...refused,
        detail: 'status 200, unit_price is not an amount of price_ccy',
      });
    }));

  it('stock: adds up warehouses', () =>
    connected(async ({ stub, services }) => {
      const rows = [stockRowOf('SKU-1', 'WH-AMS', '2'), stockRowOf('SKU-1', 'WH-BER', '3')];
      stub.on('GET', '/api/v2/stock', reply.json({ stock: rows }));
      const stock = await services.inventory.stock(['SKU-1', 'SKU-2']);
      expect([...stock.values()]).toMatchObject([{ sku: 'SKU-1', available: 5, byWarehouse: [{}, {}] }]);
    }));

  it.each([
    [300, 1],
    [301, 2],
  ])('products and stock: %i SKUs of the longest kind are %i request(s) each', (count, requests) =>
    connected(async ({ stub, services }) => {
      const skus = Array.from({ length: count }, (_, i) => `SKU-${String(i).padStart(28, '0')}`);
      const rowOf = (sku: string) => stockRowOf(sku, 'WH-AMS', '1');
      const askedFor = (request: RecordedRequest) => queryOf(request, skuCodesQuerySchema).sku_codes;
      stub.on(
        'GET',
        '/api/v2/items',
        reply.json((request: RecordedRequest) => ({ items: askedFor(request).map(itemOf) })),
      );
      stub.on(
        'GET',
        '/api/v2/stock',
        reply.json((request: RecordedRequest) => ({ stock: askedFor(request).map(rowOf) })),
      );
      expect([...(await services.inventory.products(skus)).keys()]).toEqual(skus);
      expect([...(await services.inventory.stock(skus)).keys()]).toEqual(skus);
      const paths = stub.requests.map(({ path }) => path);
      expect(paths.filter((path) => path === '/api/v2/items')).toHaveLength(requests);
      expect(paths.filter((path) => path === '/api/v2/stock')).toHaveLength(requests);
    }),
  );

  it('product: gives one, and NOT_FOUND when it has left the catalogue', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/api/v2/items/SKU-1', reply.json(itemOf('SKU-1')));
      stub.on('GET', '/api/v2/items/SKU-2', reply.json({ err_cd: 'INV-404-ITEM', err_msg: 'gone' }, { status: 404 }));
      stub.on('GET', '/api/v2/items/SKU-3', reply.json(itemOf('SKU-1')));
      await expect(services.inventory.product('SKU-1')).resolves.toMatchObject({ sku: 'SKU-1', name: 'Pan' });
      await expect(services.inventory.product('SKU-2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(services.inventory.product('SKU-3')).rejects.toMatchObject(refused);
    }));

  it('search: asks for a page in the legacy dialect', () =>
    connected(async ({ stub, services }) => {
      stub.on('GET', '/api/v2/items/search', reply.json({ ...noItems, page: 2, page_size: 5, total_cnt: 5 }));
      const found = await services.inventory.search({
        text: 'pan & pot',
        category: 'KITCHEN',
        price: { currency: 'KWD', lowest: 500, highest: 4250 },
        sort: '-price',
        page: 2,
        pageSize: 5,
      });
      const facets = { categories: [], prices: [] };
      expect(found).toEqual({ products: [], facets, page: 2, pageSize: 5, totalCount: 5 });
      expect(queryOf(stub.requests[0], searchItemsQuerySchema)).toEqual({
        q: 'pan & pot',
        category: 'KITCHEN',
        price_ccy: 'KWD',
        price_min: '0.500',
        price_max: '4.250',
        sort_cd: 'PRC_DSC',
        page: 2,
        page_size: 5,
      });
    }));

  it('search: a price in the facets that its currency cannot hold is a bad answer', () =>
    connected(async ({ stub, services }) => {
      const span = { price_ccy: 'JPY', min_price: '5.00', max_price: '9', item_cnt: 1 };
      stub.on('GET', '/api/v2/items/search', reply.json({ ...noItems, price_list: [span] }));
      await expect(services.inventory.search({})).rejects.toMatchObject({
        ...refused,
        detail: 'status 200, min_price is not an amount of price_ccy',
      });
    }));
});

describe('any client', () => {
  it('makes no call for no ids', () =>
    connected(async ({ stub, services: { orders, users, payments, inventory } }) => {
      const nothing = [
        orders.byIds([]),
        users.byIds([]),
        payments.ofOrders([]),
        inventory.products([]),
        inventory.stock([]),
      ];
      for (const answer of await Promise.all<ReadonlyMap<string, unknown>>(nothing)) expect(answer.size).toBe(0);
      expect(stub.requests).toHaveLength(0);
    }));

  it('asks for 101 orders in two requests, whoever is asked', () =>
    connected(async ({ stub, services }) => {
      const ids = Array.from({ length: 101 }, (_, i) => `ord_${i}`);
      stub.on('GET', '/orders', reply.json({ orders: [] }));
      stub.on('GET', '/payments', reply.json({ payments: [] }));
      await services.orders.byIds(ids);
      await services.payments.ofOrders(ids);
      const asked = stub.requests.map(({ path, query }) => [path, query.get('ids') ?? query.get('orderIds')]);
      expect(asked.toSorted()).toEqual([
        ['/orders', ids.slice(0, 100).join()],
        ['/orders', 'ord_100'],
        ['/payments', ids.slice(0, 100).join()],
        ['/payments', 'ord_100'],
      ]);
    }));

  it('asks for more than a hundred ids in several requests at once', () =>
    connected(async ({ stub, services }) => {
      const ids = Array.from({ length: 250 }, (_, i) => `usr_${i}`);
      stub.on(
        'GET',
        '/users',
        reply.json((request: RecordedRequest) => ({
          users: queryOf(request, getUsersByIdsQuerySchema).ids.map(userOf),
        })),
      );
      const users = await services.users.byIds(ids);
      expect([...users.keys()]).toEqual(ids);
      expect(stub.requests).toHaveLength(3);
      expect(new Set(stub.requests.map(({ connection }) => connection)).size).toBe(3);
    }));
});
