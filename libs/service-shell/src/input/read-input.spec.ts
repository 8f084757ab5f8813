import { BadRequest } from '@bff/errors';
import { z } from 'zod';
import { integerText, readInput } from '../index.ts';

const schemas = {
  path: z.object({ orderId: z.string().regex(/^ord_[0-9A-Za-z]{1,32}$/) }),
  query: z.object({
    limit: integerText({ min: 1, max: 50 }).default(20),
    status: z.enum(['paid', 'shipped']).optional(),
    from: z.iso.datetime().optional(),
    cursor: z.string().max(8, 'must be a cursor from an earlier answer').optional(),
  }),
};

const requestFor = (url: string, orderId = 'ord_1') => ({ url, params: { orderId } });

function errorsOf(url: string, orderId?: string) {
  try {
    readInput(requestFor(url, orderId), schemas);
  } catch (error) {
    if (error instanceof BadRequest) return error.details.errors;
    throw error;
  }
  return [];
}

it('gives typed values', () => {
  const { path, query } = readInput(requestFor('/orders/ord_1?limit=5&status=paid'), schemas);
  const limit: number = query.limit;
  const status: 'paid' | 'shipped' | undefined = query.status;
  expect([path.orderId, limit, status, query.from]).toEqual(['ord_1', 5, 'paid', undefined]);
});

it('fills in defaults when there is no query', () => {
  expect(readInput(requestFor('/orders/ord_1'), schemas).query).toEqual({ limit: 20 });
  expect(readInput(requestFor('/orders/ord_1?'), schemas).query).toEqual({ limit: 20 });
});

it('names every bad field, in the path and in the query', () => {
  expect(errorsOf('/?limit=0&status=lost&from=yesterday&cursor=123456789', 'usr_1')).toEqual([
    { in: 'path', field: 'orderId', reason: 'must be a text that matches ^ord_[0-9A-Za-z]{1,32}$, was "usr_1"' },
    { in: 'query', field: 'limit', reason: 'must be an integer from 1 to 50, was "0"' },
    { in: 'query', field: 'status', reason: 'must be one of "paid", "shipped", was "lost"' },
    { in: 'query', field: 'from', reason: 'must be an ISO 8601 time such as 2025-01-31T12:00:00Z, was "yesterday"' },
    { in: 'query', field: 'cursor', reason: 'must be a cursor from an earlier answer, was "123456789"' },
  ]);
});

it.each(['', '5.0', '5abc', '0x5', ' 5', '+5', '1e1', 'NaN', '-1', '51', '9'.repeat(20)])(
  'limit cannot be "%s"',
  (text) => {
    expect(errorsOf(`/?limit=${encodeURIComponent(text)}`)).toEqual([
      { in: 'query', field: 'limit', reason: expect.stringMatching(/^must be an integer from 1 to 50, was "/) },
    ]);
  },
);

it('repeats at most 40 characters of what was given', () => {
  const [error] = errorsOf(`/?limit=${'x'.repeat(1000)}`) ?? [];
  expect(error?.reason).toBe(`must be an integer from 1 to 50, was "${'x'.repeat(40)}…"`);
});

it('refuses a field that is given twice, once', () => {
  expect(errorsOf('/?limit=1&limit=2')).toEqual([
    { in: 'query', field: 'limit', reason: 'must be given once, was given 2 times' },
  ]);
});

it('refuses a field that it does not know, and lists those that it knows', () => {
  expect(errorsOf('/?Limit=1&__proto__=1')).toEqual([
    { in: 'query', field: 'Limit', reason: 'is not known; known are limit, status, from, cursor' },
    { in: 'query', field: '__proto__', reason: 'is not known; known are limit, status, from, cursor' },
  ]);
  expect(() => readInput({ url: '/?a=1', params: {} }, {})).toThrow('query a: is not known here; none is');
});

it('bounds what it says of a query of a thousand unknown fields', () => {
  const query = Array.from({ length: 1500 }, (_, i) => `f${i}`).join('&');
  expect(errorsOf(`/?${query}`)).toHaveLength(20);
});
