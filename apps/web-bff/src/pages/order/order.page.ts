import { view } from '@bff/aggregation';
import { orderIdSchema } from '@bff/contracts';
import { customerView } from '../customer.view.ts';
import { orderKept, productKept, profileKept, stockKept } from '../freshness.ts';
import { orderDetailsOf, orderDetailsSchema } from '../order-details.ts';
import { skusOf } from '../order-skus.ts';
import { orderStockView } from '../order-stock.view.ts';
import { ownOrder } from '../own-order.ts';
import { page } from '../page.ts';
import { paymentTimelineView } from '../payment-timeline.view.ts';
import { productsBySkuView } from '../products-by-sku.view.ts';

/** One order with everything around it: its products, what is in stock of them, who ordered, and how it was paid. */
export const orderPage = page('order', { path: { orderId: orderIdSchema } })
  .required('order', {
    load: ({ orders }, { orderId, caller }) => ownOrder(orders, orderId, caller),
    view: view(orderDetailsSchema, orderDetailsOf),
    keep: { key: ({ orderId }) => [orderId], ...orderKept },
  })
  .optional('products', {
    needs: ['order'],
    load: ({ inventory }, { order }) => inventory.products(skusOf(order)),
    view: productsBySkuView,
    keep: { key: ({ order }) => skusOf(order), ...productKept },
  })
  .optional('stock', {
    needs: ['order'],
    load: ({ inventory }, { order }) => inventory.stock(skusOf(order)),
    view: orderStockView,
    keep: { key: ({ order }) => skusOf(order), ...stockKept },
  })
  .optional('customer', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: customerView,
    keep: { key: () => [], ...profileKept },
  })
  .optional('payment', {
    load: ({ payments }, { orderId }) => payments.ofOrder(orderId),
    view: paymentTimelineView,
  });
