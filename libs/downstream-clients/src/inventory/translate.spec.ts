import { type LegacyItem, itemSortCodes, legacyItemSchema } from '@bff/contracts';
import { ContractBreach } from '../http/contract-breach.ts';
import { toProduct, toProductPage, toSearchQuery, toStockLevels } from './translate.ts';

const item: LegacyItem = {
  sku_code: 'SKU-0001',
  item_desc: 'مقلاة',
  long_desc: '',
  cat_cd: 'KITCHEN',
  unit_price: '12.90',
  price_ccy: 'EUR',
  img_list: [
    { size_cd: 'TN', url: 'https://img.test/1-tn.jpg', w: 64, h: 48 },
    { size_cd: 'FS', url: 'https://img.test/1-fs.jpg', w: 2000, h: 1500 },
  ],
  upd_ts: '2026-01-01T00:00:00.000Z',
};

describe('toProduct', () => {
  it('speaks this system’s words', () => {
    expect(legacyItemSchema.parse(item)).toEqual(item);
    expect(toProduct(item)).toEqual({
      sku: 'SKU-0001',
      name: 'مقلاة',
      description: '',
      category: 'KITCHEN',
      price: { amount: 1290, currency: 'EUR' },
      images: [
        { size: 'thumbnail', url: 'https://img.test/1-tn.jpg', width: 64, height: 48 },
        { size: 'full', url: 'https://img.test/1-fs.jpg', width: 2000, height: 1500 },
      ],
    });
  });

  it.each([
    ['0.00', 'EUR', 0],
    ['0.29', 'EUR', 29],
    ['1.15', 'EUR', 115],
    ['4.35', 'USD', 435],
    ['999999999999.99', 'EUR', 99_999_999_999_999],
    ['1290', 'JPY', 1290],
    ['4.250', 'KWD', 4250],
    ['12.9', 'EUR', 1290],
  ])('reads the price %s %s to the last minor unit', (unit_price, price_ccy, amount) => {
    expect(toProduct({ ...item, unit_price, price_ccy }).price).toEqual({ amount, currency: price_ccy });
  });

  it.each([
    ['12.905', 'EUR'],
    ['1290.5', 'JPY'],
    ['1,290.00', 'EUR'],
    ['-1.00', 'EUR'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
  ])('refuses %j %s instead of rounding or guessing', (unit_price, price_ccy) => {
    expect(() => toProduct({ ...item, unit_price, price_ccy })).toThrow(ContractBreach);
  });
});

describe('toProductPage', () => {
  it('translates the page, what is on it, and what else could be searched for', () => {
    const page = toProductPage({
      items: [item],
      page: 2,
      page_size: 20,
      total_cnt: 21,
      cat_list: [{ cat_cd: 'KITCHEN', item_cnt: 21 }],
      price_list: [{ price_ccy: 'KWD', min_price: '0.500', max_price: '4.250', item_cnt: 3 }],
    });
    expect(page).toEqual({
      products: [toProduct(item)],
      facets: {
        categories: [{ category: 'KITCHEN', count: 21 }],
        prices: [{ lowest: { amount: 500, currency: 'KWD' }, highest: { amount: 4250, currency: 'KWD' }, count: 3 }],
      },
      page: 2,
      pageSize: 20,
      totalCount: 21,
    });
  });
});

describe('toSearchQuery', () => {
  it.each(['sku', 'name', 'price', '-price'] as const)('knows how to sort by %s', (sort) => {
    expect(itemSortCodes).toContain(toSearchQuery({ sort }).sort_cd);
  });

  it('says nothing of what was not asked for', () => {
    expect(Object.values(toSearchQuery({})).every((value) => value === undefined)).toBe(true);
    expect(toSearchQuery({ price: { currency: 'JPY', lowest: 0 } })).toMatchObject({
      price_ccy: 'JPY',
      price_min: '0',
      price_max: undefined,
    });
  });
});

describe('toStockLevels', () => {
  const row = (sku_code: string, loc_id: string, qty_avail: string) => ({
    sku_code,
    loc_id,
    qty_avail,
    upd_ts: '2026-01-01T00:00:00.000Z',
  });

  it('adds up the warehouses of a product', () => {
    const rows = [row('SKU-1', 'WH-AMS', '12'), row('SKU-2', 'WH-AMS', '0'), row('SKU-1', 'WH-BER', '3')];
    expect(toStockLevels(rows)).toEqual([
      {
        sku: 'SKU-1',
        available: 15,
        byWarehouse: [
          { warehouse: 'WH-AMS', available: 12 },
          { warehouse: 'WH-BER', available: 3 },
        ],
      },
      { sku: 'SKU-2', available: 0, byWarehouse: [{ warehouse: 'WH-AMS', available: 0 }] },
    ]);
  });
});
