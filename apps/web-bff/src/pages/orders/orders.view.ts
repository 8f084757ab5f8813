import { view } from '@bff/aggregation';
import type { OrderPage } from '@bff/contracts';
import { z } from 'zod';
import { orderRowOf, orderRowSchema } from '../order-row.ts';

/** A page of the orders that match. `nextCursor` is null on the last one; `totalCount` is of all pages. */
export const ordersView = view(
  z.object({ items: z.array(orderRowSchema), nextCursor: z.string().nullable(), totalCount: z.int() }),
  ({ orders, nextCursor, totalCount }: OrderPage) => ({ items: orders.map(orderRowOf), nextCursor, totalCount }),
);
