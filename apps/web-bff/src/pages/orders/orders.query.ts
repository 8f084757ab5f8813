import { integerInQuery, orderSortSchema, orderStatusSchema } from '@bff/contracts';
import type { OrdersQuery } from '@bff/downstream-clients';
import { BadRequest } from '@bff/errors';
import { z } from 'zod';
import { spanEnd, spanStart } from '../day-or-instant.ts';

/** What a list of orders can be asked for. */
export const ordersQuery = {
  status: orderStatusSchema.optional(),
  from: spanStart('Placed on or after this day (UTC), or at or after this time'),
  to: spanEnd('Placed on or before this day (UTC), or before this time'),
  q: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Words, all of which must occur in the order’s id or the names of its products' }),
  sort: orderSortSchema.default('-placedAt'),
  cursor: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .meta({ description: '`nextCursor` of the page before, with the same filter and sort' }),
  limit: integerInQuery({ min: 1, max: 100, default: 20 }),
};

type OrdersInput = { readonly [Name in keyof typeof ordersQuery]: z.output<(typeof ordersQuery)[Name]> };

/**
 * The question to the order service.
 *
 * @throws BadRequest for a span that ends before it starts.
 */
export function ordersQueryOf({ status, from, to, q, sort, cursor, limit }: OrdersInput): OrdersQuery {
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    throw new BadRequest([{ in: 'query', field: 'to', reason: 'must not be earlier than from' }]);
  }
  return { status, from, to, text: q, sort, cursor, limit };
}

/** What makes one list different from another. */
export const ordersKeyOf = ({ status, from, to, q, sort, cursor, limit }: OrdersInput): string[] =>
  [status, from, to, q, sort, cursor, limit].map((value) => String(value ?? ''));
