import { orderIdSchema } from '@bff/contracts';
import { ownOrder } from '../own-order.ts';
import { page } from '../page.ts';
import { customerView, orderView, paymentView, skusOf, stockView } from './order.view.ts';

/** One order with who ordered it, how it was paid, and whether its products are in stock. */
export const orderPage = page('order', { path: { orderId: orderIdSchema } })
  .required('order', {
    load: ({ orders }, { orderId, caller }) => ownOrder(orders, orderId, caller),
    view: orderView,
    // A few minutes old, and marked so, an order still helps; much older and it misleads.
    keep: { key: ({ orderId }) => [orderId], staleIfError: '5m' },
  })
  .optional('customer', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: customerView,
    keep: { key: () => [], fresh: '30s', staleIfError: '1d' },
  })
  .optional('payment', {
    load: ({ payments }, { orderId }) => payments.ofOrder(orderId),
    view: paymentView,
    // Never kept: what was paid is told as it is, or not at all.
  })
  .optional('stock', {
    needs: ['order'],
    load: ({ inventory }, { order }) => inventory.stock(skusOf(order)),
    view: stockView,
    keep: { key: ({ order }) => skusOf(order), fresh: '2s', staleIfError: '5m', audience: 'everyone' },
  });
