import type { z } from 'zod';
import { getOrdersByIdsQuerySchema, getSpendingQuerySchema, listOrdersQuerySchema } from './order/index.ts';
import { searchItemsQuerySchema, skuCodesQuerySchema } from './inventory/index.ts';
import { monthSchema } from './time.ts';
import { tokenRequestSchema } from './user/index.ts';

const refusedFields = (result: { readonly error?: z.ZodError }) =>
  result.error?.issues.map((issue) => issue.path.join('.'));

describe('the query of listOrders', () => {
  it('fills in the defaults', () => {
    expect(listOrdersQuerySchema.parse({ userId: 'usr_0001' })).toEqual({
      userId: 'usr_0001',
      limit: 20,
      sort: '-placedAt',
    });
  });

  it.each(['0', '101', '', '1e1', '-1', ' 5', '5.0', '9999999999'])('refuses limit %j', (limit) => {
    expect(refusedFields(listOrdersQuerySchema.safeParse({ userId: 'usr_0001', limit }))).toEqual(['limit']);
  });

  it('refuses a time with an offset', () => {
    const from = '2026-10-31T09:30:00+01:00';
    expect(refusedFields(listOrdersQuerySchema.safeParse({ userId: 'usr_0001', from }))).toEqual(['from']);
  });

  it('refuses every wrong field at once, and fields that it does not know', () => {
    const result = listOrdersQuerySchema.safeParse({ userId: 'nobody', status: 'lost', sort: 'id', page: '1' });
    expect(result.error?.issues.map(({ path, code }) => `${code} ${path.join('.')}`)).toEqual([
      'invalid_format userId',
      'invalid_value status',
      'invalid_value sort',
      'unrecognized_keys ',
    ]);
  });

  it('refuses a span that ends before it starts', () => {
    const span = (from: string, to: string) => listOrdersQuerySchema.safeParse({ userId: 'usr_0001', from, to });
    expect(refusedFields(span('2026-10-02T00:00:00Z', '2026-10-01T00:00:00Z'))).toEqual(['to']);
    expect(refusedFields(span('2026-10-02T00:00:00Z', '2026-10-02T00:00:00.000Z'))).toEqual(['to']);
    expect(span('2026-10-01T00:00:00Z', '2026-10-01T00:00:00.001Z').success).toBe(true);
  });

  it('asks for cursors of each order or for none', () => {
    expect(listOrdersQuerySchema.parse({ userId: 'usr_0001', cursors: 'each' }).cursors).toBe('each');
    for (const cursors of ['', 'all', 'none', 'EACH']) {
      expect(refusedFields(listOrdersQuerySchema.safeParse({ userId: 'usr_0001', cursors }))).toEqual(['cursors']);
    }
  });

  it('refuses a field that is given twice', () => {
    expect(listOrdersQuerySchema.safeParse({ userId: ['usr_0001', 'usr_0002'] }).success).toBe(false);
  });
});

const ids = (count: number) => Array.from({ length: count }, (_, i) => `ord_${i}`);

describe('a list of ids', () => {
  it('keeps order and repetition', () => {
    expect(getOrdersByIdsQuerySchema.parse({ ids: 'ord_2,ord_1,ord_2' })).toEqual({ ids: ['ord_2', 'ord_1', 'ord_2'] });
  });

  it('says which of them is wrong', () => {
    const result = getOrdersByIdsQuerySchema.safeParse({ ids: 'ord_1,usr_1,ord_2,7' });
    expect(result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'ids must hold ids separated by commas; number 2, 4 must look like ord_00001',
    ]);
  });

  it('may hold 100 ids and no more', () => {
    expect(getOrdersByIdsQuerySchema.safeParse({ ids: ids(100).join() }).success).toBe(true);
    expect(getOrdersByIdsQuerySchema.safeParse({ ids: ids(101).join() }).success).toBe(false);
  });

  it.each(['', ',', 'ord_1,', 'ord_1, ord_2', 'usr_1'])('refuses %j', (list) => {
    expect(getOrdersByIdsQuerySchema.safeParse({ ids: list }).success).toBe(false);
  });
});

describe('a list of SKUs', () => {
  const skus = (count: number) => Array.from({ length: count }, (_, i) => `SKU-${i}`);
  const issuesOf = (list: readonly string[]) =>
    skuCodesQuerySchema.safeParse({ sku_codes: list.join() }).error?.issues.map(({ message }) => message);

  it('may hold 300 and no more', () => {
    expect(issuesOf(skus(300))).toBeUndefined();
    expect(issuesOf(skus(301))).toEqual(['must hold at most 300 ids, separated by commas; it holds 301']);
  });

  it('says of a 301st that is none both that it is one too many and what is wrong with it', () => {
    expect(issuesOf([...skus(300), 'sku'])).toEqual([
      'must hold at most 300 ids, separated by commas; it holds 301',
      'must hold ids separated by commas; number 301 must look like SKU-0001',
    ]);
  });
});

describe('the query of searchItems', () => {
  const issuesOf = (query: object) =>
    searchItemsQuerySchema.safeParse(query).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

  it('needs no field', () => {
    expect(searchItemsQuerySchema.parse({})).toEqual({ sort_cd: 'SKU', page: 1, page_size: 20 });
  });

  it.each([
    ['EUR', '10', '10.00'],
    ['EUR', '0', '12.9'],
    ['JPY', '1290', '1290'],
    ['KWD', '4.250', '4.251'],
  ])('takes prices in %s from %s to %s', (price_ccy, price_min, price_max) => {
    expect(issuesOf({ price_ccy, price_min, price_max })).toBeUndefined();
  });

  it.each([
    [{ price_min: '5', price_max: '9' }, ['price_min must come with price_ccy', 'price_max must come with price_ccy']],
    [{ price_ccy: 'JPY', price_min: '5.50' }, ['price_min must be an amount of price_ccy']],
    [{ price_ccy: 'EUR', price_max: '5.505' }, ['price_max must be an amount of price_ccy']],
    [{ price_ccy: 'EUR', price_min: '10.01', price_max: '10' }, ['price_max must not be lower than price_min']],
    [{ price_ccy: 'EUR', price_max: '1e3' }, ['price_max must be a decimal number, like 12.90']],
    [{ price_ccy: 'EUR', price_max: '-1' }, ['price_max must be a decimal number, like 12.90']],
    [{ price_ccy: 'eur' }, ['price_ccy must be a three-letter ISO 4217 code']],
  ])('refuses %j', (query, issues) => {
    expect(issuesOf(query)).toEqual(issues);
  });
});

describe('other requests', () => {
  it('getSpending needs a span that is one', () => {
    const span = (from?: string, to?: string) => getSpendingQuerySchema.safeParse({ userId: 'usr_0001', from, to });
    expect(span('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z').success).toBe(true);
    expect(refusedFields(span('2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z'))).toEqual(['to']);
    expect(refusedFields(span())).toEqual(['from', 'to']);
    expect(refusedFields(span('yesterday', '2026-10-01T00:00:00Z'))).toEqual(['from']);
  });

  it.each(['2026-13', '2026-1', '26-01', '2026-00', '2026-10-01'])('%s is no month', (month) => {
    expect(monthSchema.safeParse(month).success).toBe(false);
  });

  it('a token request refuses unknown fields and scopes with blanks', () => {
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', admin: true }).success).toBe(false);
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', scopes: ['a b'] }).success).toBe(false);
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', scopes: ['orders:read'] }).success).toBe(true);
  });
});
