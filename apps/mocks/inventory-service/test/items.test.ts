import {
  inventoryContract,
  inventoryOperations,
  legacyErrorSchema,
  legacyItemSchema,
  legacyItemsSchema,
  legacyStockSchema,
  openApiOf,
} from '@bff/contracts';
import { generateDataSet } from '@bff/mock-kit';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe('GET /api/v2/items/{sku_code}', () => {
  it.each(['SKU-0001', 'SKU-0041', 'SKU-0043', 'SKU-0046', 'SKU-0500'])(
    'answers with %s as the contract has it',
    async (sku) => {
      const { status, mediaType, body } = await service.get(`/api/v2/items/${sku}`);
      expect([status, mediaType]).toEqual([200, 'application/json']);
      expect(legacyItemSchema.parse(body)).toEqual(body);
      expect(body).toMatchObject({ sku_code: sku });
    },
  );

  it('answers 404 in its own words, also for an item that old orders name', async () => {
    for (const sku of ['SKU-9999', 'SKU-0501']) {
      const { status, mediaType, body } = await service.get(`/api/v2/items/${sku}`);
      expect([status, mediaType]).toEqual([404, 'application/json']);
      expect(body).toEqual({ err_cd: 'INV-404-ITEM', err_msg: 'There is no such item' });
    }
  });
});

describe('GET /api/v2/items?sku_codes=', () => {
  it('answers in the order asked for, each once, without those that there are not', async () => {
    const { body } = await service.get('/api/v2/items?sku_codes=SKU-0007,SKU-9999,SKU-0002,SKU-0007');
    const { items } = legacyItemsSchema.parse(body);
    expect(items.map((item) => item.sku_code)).toEqual(['SKU-0007', 'SKU-0002']);
    expect({ items }).toEqual(body);
  });
});

describe('GET /api/v2/stock?sku_codes=', () => {
  it('answers with a row for each warehouse, quantities as strings', async () => {
    const { body } = await service.get('/api/v2/stock?sku_codes=SKU-0002,SKU-9999,SKU-0001');
    const { stock } = legacyStockSchema.parse(body);
    expect({ stock }).toEqual(body);
    expect([...new Set(stock.map((row) => row.sku_code))]).toEqual(['SKU-0002', 'SKU-0001']);
    const locations = stock.filter((row) => row.sku_code === 'SKU-0001').map((row) => row.loc_id);
    expect(locations).toEqual(['WH-AMS', 'WH-LEJ', 'WH-LIS', 'WH-WRO']);
  });
});

describe('a bad request', () => {
  it.each([
    ['/items/sku-1', ['sku_code']],
    ['/items', ['sku_codes']],
    ['/items?sku_codes=SKU-1,x,y', ['sku_codes']],
    ['/stock?sku_codes=SKU-1&loc=WH-AMS', ['loc']],
    ['/items/search?page=0&page_size=101&sort=price', ['page', 'page_size', 'sort']],
    ['/items/search?category=toys&q=a&q=b', ['category', 'q']],
    ['/items/search?price_min=5&price_max=9', ['price_max', 'price_min']],
    ['/items/search?price_ccy=euro&sort_cd=PRICE', ['price_ccy', 'sort_cd']],
    ['/items/search?price_ccy=EUR&price_min=10&price_max=9', ['price_max']],
    ['/items/search?price_ccy=JPY&price_min=5.50', ['price_min']],
  ])('%s is answered 400 in the legacy dialect with every field', async (path, fields) => {
    const { status, mediaType, body } = await service.get(`/api/v2${path}`);
    expect([status, mediaType]).toEqual([400, 'application/json']);
    const error = legacyErrorSchema.parse(body);
    expect(error).toEqual(body);
    expect(error.err_cd).toBe('INV-400');
    expect(error.err_flds?.map(({ fld }) => fld).toSorted()).toEqual(fields);
  });
});

describe('items of the longest kind', () => {
  const skus = Array.from({ length: 300 }, (_, i) => `SKU-${String(i).padStart(28, '0')}`);
  const dataSet = generateDataSet();
  const longSku = (sku: string) => skus[Number(sku.slice(4)) - 1] ?? sku;
  let withLongSkus: StartedService;
  beforeAll(async () => {
    withLongSkus = await startService(
      {},
      {
        dataSet: {
          ...dataSet,
          products: () => dataSet.products().map((item) => ({ ...item, sku_code: longSku(item.sku_code) })),
          stock: () => dataSet.stock().map((row) => ({ ...row, sku_code: longSku(row.sku_code) })),
        },
      },
    );
  });
  afterAll(() => withLongSkus.close());

  it('are answered three hundred at once', async () => {
    const items = await withLongSkus.get(`/api/v2/items?sku_codes=${skus}`);
    expect(legacyItemsSchema.parse(items.body).items.map((item) => item.sku_code)).toEqual(skus);
    const stock = await withLongSkus.get(`/api/v2/stock?sku_codes=${skus}`);
    const keptSkus = new Set(legacyStockSchema.parse(stock.body).stock.map((row) => row.sku_code));
    expect(keptSkus.size).toBeGreaterThan(250);
    expect([...keptSkus]).toEqual(skus.filter((sku) => keptSkus.has(sku)));
  });

  it.each([
    ['one more', 'SKU-0500'],
    ['one more of the longest kind', `SKU-${'9'.repeat(28)}`],
    ['one more that is none', 'sku'],
  ])('and %s are refused for their number', async (_, oneMore) => {
    for (const path of ['items', 'stock']) {
      const { status, body } = await withLongSkus.get(`/api/v2/${path}?sku_codes=${skus},${oneMore}`);
      expect(status).toBe(400);
      const [field] = legacyErrorSchema.parse(body).err_flds ?? [];
      expect(field?.fld).toBe('sku_codes');
      expect(field?.msg).toMatch(/^must hold at most 300 ids, separated by commas; it holds 301/);
    }
  });
});

describe('the inventory service', () => {
  it.each([
    ['GET', '/api/v1/items/SKU-0001'],
    ['GET', '/'],
    ['DELETE', '/api/v2/items/SKU-0001'],
  ])('answers %s %s in its own words, too', async (method, path) => {
    const { status, mediaType, body } = await service.get(path, { method });
    expect([status, mediaType]).toEqual([404, 'application/json']);
    expect(legacyErrorSchema.parse(body)).toEqual({ err_cd: 'INV-404', err_msg: 'There is nothing at this path' });
    expect(inventoryOperations.getItem.errors[404].schema.safeParse(body).success).toBe(false);
  });

  it('serves its OpenAPI document', async () => {
    const { body } = await service.get('/openapi.json');
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiOf(inventoryContract))));
  });

  it('has the same items and stock in two instances', async () => {
    const other = await startService();
    try {
      for (const path of ['/api/v2/items/search?page_size=100', '/api/v2/stock?sku_codes=SKU-0001,SKU-0321']) {
        expect((await other.get(path)).body).toEqual((await service.get(path)).body);
      }
    } finally {
      await other.close();
    }
  });
});
