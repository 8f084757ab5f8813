import { orderIdSchema } from '@bff/contracts';
import { ownOrder } from '../own-order.ts';
import { page } from '../page.ts';
import { customerView, orderView, paymentView, skusOf, stockView } from './order.view.ts';

/** One order with who ordered it, how it was paid, and whether its products are in stock. */
export const orderPage = page('order', { path: { orderId: orderIdSchema } })
  .required('order', {
    load: ({ orders }, { orderId, caller }) => ownOrder(orders, orderId, caller),
    view: orderView,
  })
  .optional('customer', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: customerView,
  })
  .optional('payment', {
    load: ({ payments }, { orderId }) => payments.ofOrder(orderId),
    view: paymentView,
  })
  .optional('stock', {
    needs: ['order'],
    load: ({ inventory }, { order }) => inventory.stock(skusOf(order)),
    view: stockView,
  });
