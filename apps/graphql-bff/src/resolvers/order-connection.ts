import type { OrderPageWithCursors } from '@bff/downstream-clients';
import type { OrderConnectionResolvers } from '../generated/resolver-types.ts';

/** One page of orders, and the cursor that it was asked for with. */
export interface OrdersPage extends OrderPageWithCursors {
  readonly after: string | null;
}

export const OrderConnection: OrderConnectionResolvers = {
  edges: ({ orders, cursors }) => orders.map((node, index) => ({ node, cursor: cursors[index] ?? '' })),
  nodes: ({ orders }) => orders,
  pageInfo: ({ nextCursor, after, cursors }) => ({
    hasNextPage: nextCursor !== null,
    // A cursor is that of an order, so there is one before what comes after it.
    hasPreviousPage: after !== null,
    startCursor: cursors[0] ?? null,
    endCursor: cursors.at(-1) ?? null,
  }),
};
