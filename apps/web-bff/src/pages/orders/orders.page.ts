import { orderKept, productKept } from '../freshness.ts';
import { leadSkusOf } from '../order-skus.ts';
import { page } from '../page.ts';
import { paymentSummariesView } from '../payment-summaries.view.ts';
import { thumbnailsView } from '../thumbnails.view.ts';
import { ordersKeyOf, ordersQuery, ordersQueryOf } from './orders.query.ts';
import { ordersView } from './orders.view.ts';

/** The caller's orders, filtered and sorted, with their payments and pictures: three calls, whatever the page size. */
export const ordersPage = page('orders', { query: ordersQuery })
  .required('orders', {
    load: async ({ orders }, { caller, ...query }) => orders.ofUser(caller.userId, ordersQueryOf(query)),
    view: ordersView,
    keep: { key: ordersKeyOf, ...orderKept },
  })
  .optional('payments', {
    needs: ['orders'],
    load: ({ payments }, { orders }) => payments.ofOrders(orders.orders.map(({ id }) => id)),
    view: paymentSummariesView,
  })
  .optional('thumbnails', {
    needs: ['orders'],
    load: ({ inventory }, { orders }) => inventory.products(leadSkusOf(orders.orders)),
    view: thumbnailsView,
    keep: { key: ({ orders }) => leadSkusOf(orders.orders), ...productKept },
  });
