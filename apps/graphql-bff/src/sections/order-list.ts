import type { OrdersQuery } from '@bff/downstream-clients';
import { BadRequest } from '@bff/errors';
import { orderKept } from './freshness.ts';
import { singleSection } from './section.ts';

const badCursor = {
  in: 'body',
  field: 'after',
  reason: 'must be a cursor of this connection, sent with the filter and the sort that it was given for',
} as const;

/** One page of the caller's orders, with a cursor for each. */
export const orderList = singleSection('orders', {
  load: async ({ orders }, { query }: { readonly query: OrdersQuery }, { caller }) => {
    try {
      return await orders.ofUserWithCursors(caller.userId, query);
    } catch (error) {
      // Only the service can tell; here the cursor has another name.
      throw error instanceof BadRequest ? new BadRequest([badCursor]) : error;
    }
  },
  keep: {
    key: ({ query: { status, from, to, text, sort, cursor, limit } }) =>
      [status, from, to, text, sort, cursor, limit].map((value) => String(value ?? '')),
    ...orderKept,
  },
});
