import { view } from '@bff/aggregation';
import type { OrderPage } from '@bff/contracts';
import { z } from 'zod';
import { orderSummary, orderSummarySchema } from '../order-summary.ts';

/** A page of the caller's orders, newest first. `nextCursor` is null on the last one. */
export const ordersView = view(
  z.object({ items: z.array(orderSummarySchema), nextCursor: z.string().nullable() }),
  ({ orders, nextCursor }: OrderPage) => ({ items: orders.map(orderSummary), nextCursor }),
);
