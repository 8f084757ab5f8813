import { view } from '@bff/aggregation';
import { type Order, userIdSchema } from '@bff/contracts';
import { orderDetailsOf, orderDetailsSchema } from '../order-details.ts';

/** An order as its owner sees it, and who that is. */
export const supportOrderView = view(
  orderDetailsSchema.extend({ customerId: userIdSchema }).meta({ id: 'SupportOrderDetails' }),
  (order: Order) => ({ ...orderDetailsOf(order), customerId: order.userId }),
);
