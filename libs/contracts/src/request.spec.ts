import { getOrdersByIdsQuerySchema, listOrdersQuerySchema } from './order/index.ts';
import { searchItemsQuerySchema } from './inventory/index.ts';
import { tokenRequestSchema } from './user/index.ts';

const refusedFields = (result: ReturnType<typeof listOrdersQuerySchema.safeParse>) =>
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

describe('other requests', () => {
  it('searchItems needs no field', () => {
    expect(searchItemsQuerySchema.parse({})).toEqual({ page: 1, page_size: 20 });
  });

  it('a token request refuses unknown fields and scopes with blanks', () => {
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', admin: true }).success).toBe(false);
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', scopes: ['a b'] }).success).toBe(false);
    expect(tokenRequestSchema.safeParse({ userId: 'usr_0001', scopes: ['orders:read'] }).success).toBe(true);
  });
});
