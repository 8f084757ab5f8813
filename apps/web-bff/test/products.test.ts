import { anItem, anItemPage, reply, stockOf } from '@bff/testing';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

const asked = () => Object.fromEntries(app.inventory.requests[0]?.query ?? []);

describe('GET /v1/products', () => {
  it('has the products found, what else could be searched for, and what is in stock', async () => {
    const items = [anItem({ sku_code: 'SKU-1' }), anItem({ sku_code: 'SKU-2', price_ccy: 'JPY', unit_price: '1290' })];
    const found = anItemPage(items, {
      page: 2,
      page_size: 2,
      total_cnt: 7,
      cat_list: [{ cat_cd: 'KITCHEN', item_cnt: 7 }],
      price_list: [{ price_ccy: 'KWD', min_price: '0.500', max_price: '4.250', item_cnt: 3 }],
    });
    app.inventory.on('GET', '/api/v2/items/search', reply.json(found));
    app.inventory.on('GET', '/api/v2/stock', reply.json({ stock: stockOf('SKU-1', 3) }));
    const { body } = await app.get('/v1/products?page=2&pageSize=2');
    expect(body.data).toMatchObject({
      products: {
        items: [
          {
            sku: 'SKU-1',
            price: { amount: 4990, currency: 'EUR' },
            images: [{ size: 'thumbnail' }, { size: 'small' }],
          },
          { sku: 'SKU-2', price: { amount: 1290, currency: 'JPY' } },
        ],
        facets: {
          categories: [{ category: 'KITCHEN', count: 7 }],
          prices: [{ lowest: { amount: 500, currency: 'KWD' }, highest: { amount: 4250, currency: 'KWD' }, count: 3 }],
        },
        page: 2,
        pageSize: 2,
        totalCount: 7,
      },
      stock: { 'SKU-1': 3, 'SKU-2': 0 },
    });
  });

  it('asks for everything unless told otherwise', async () => {
    await app.get('/v1/products');
    expect(asked()).toEqual({ sort_cd: 'SKU', page: '1', page_size: '20' });
  });

  it('passes every filter on, in the dialect of the inventory system', async () => {
    const query = new URLSearchParams({
      q: 'fox & friends',
      category: 'TOYS',
      currency: 'KWD',
      priceMin: '500',
      priceMax: '4250',
      sort: '-price',
      page: '3',
      pageSize: '5',
    });
    expect((await app.get(`/v1/products?${query}`)).status).toBe(200);
    expect(asked()).toEqual({
      q: 'fox & friends',
      category: 'TOYS',
      price_ccy: 'KWD',
      price_min: '0.500',
      price_max: '4.250',
      sort_cd: 'PRC_DSC',
      page: '3',
      page_size: '5',
    });
  });

  it.each([1, 100])('makes two calls for a page of %i products', async (count) => {
    const items = Array.from({ length: count }, (_, index) => anItem({ sku_code: `SKU-${index}` }));
    app.inventory.on('GET', '/api/v2/items/search', reply.json(anItemPage(items)));
    expect((await app.get(`/v1/products?pageSize=${count}`)).body.meta.complete).toBe(true);
    expect(app.calls()).toEqual({ order: 0, user: 0, payment: 0, inventory: 2 });
  });

  it('asks nobody for the stock of nothing', async () => {
    app.inventory.on('GET', '/api/v2/items/search', reply.json(anItemPage([])));
    const { body } = await app.get('/v1/products?q=nothing');
    expect(body.data).toMatchObject({ products: { items: [], totalCount: 0 }, stock: {} });
    expect(app.calls().inventory).toBe(1);
  });
});

describe('GET /v1/products/{sku}', () => {
  it('has the product and where it is in stock', async () => {
    const { body } = await app.get('/v1/products/SKU-0001');
    expect(body.data).toMatchObject({
      product: { sku: 'SKU-0001', name: 'Kettle', price: { amount: 4990, currency: 'EUR' } },
      stock: { available: 3, warehouses: [{ warehouse: 'WH-AMS', available: 3 }] },
    });
  });

  it('is 404 when it has left the catalogue', async () => {
    app.inventory.on(
      'GET',
      '/api/v2/items/:sku',
      reply.json({ err_cd: 'INV-404-ITEM', err_msg: 'gone' }, { status: 404 }),
    );
    const { status, body } = await app.get('/v1/products/SKU-0501');
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('a product that everybody looks at', () => {
  it('is asked for once, and so is its stock', async () => {
    const pages = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.get('/v1/products/SKU-0001', app.bearer({ sub: `usr_${index}` }))),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect(app.inventory.requests.map(({ path }) => path).toSorted()).toEqual([
      '/api/v2/items/SKU-0001',
      '/api/v2/stock',
    ]);
  });
});
