import type { SectionOutcome } from '@bff/aggregation';
import { orderIdSchema } from '@bff/contracts';
import { customerView } from '../customer.view.ts';
import { productKept, stockKept } from '../freshness.ts';
import { skusOf } from '../order-skus.ts';
import { orderStockView } from '../order-stock.view.ts';
import { page } from '../page.ts';
import { paymentTimelineView } from '../payment-timeline.view.ts';
import { productsBySkuView } from '../products-by-sku.view.ts';
import { supportOrderView } from './support-order.view.ts';

/**
 * Any customer's order, for the support team. Order and customer are not kept: support acts on what it sees, and what it
 * saw of somebody's data is not stored anywhere on the way.
 */
export const supportOrderPage = page('supportOrder', { path: { orderId: orderIdSchema } })
  .required('order', {
    load: ({ orders }, { orderId }) => orders.byId(orderId),
    view: supportOrderView,
  })
  .optional('customer', {
    needs: ['order'],
    load: ({ users }, { order }) => users.byId(order.userId),
    view: customerView,
  })
  .optional('payment', {
    load: ({ payments }, { orderId }) => payments.ofOrder(orderId),
    view: paymentTimelineView,
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
  });

/** Whose order an answered page showed, for the audit log. */
export const customerIdOf = ({
  order,
}: {
  readonly order: SectionOutcome<{ readonly customerId: string }>;
}): string | undefined => (order.status === 'failed' ? undefined : order.value.customerId);
