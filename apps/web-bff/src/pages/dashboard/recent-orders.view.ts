import { view } from '@bff/aggregation';
import type { OrderPage } from '@bff/contracts';
import { z } from 'zod';
import { orderRowOf, orderRowSchema } from '../order-row.ts';

/** The newest orders, and how many there are altogether. The others are at `/v1/orders`. */
export const recentOrdersView = view(
  z.object({ items: z.array(orderRowSchema), totalCount: z.int() }),
  ({ orders, totalCount }: OrderPage) => ({ items: orders.map(orderRowOf), totalCount }),
);
