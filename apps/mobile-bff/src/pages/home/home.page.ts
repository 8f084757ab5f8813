import { page } from '../page.ts';
import { keepProducts, leadSkusOf, thumbnailsView } from '../thumbnails.view.ts';
import { ordersView, paymentAttentionView, profileView } from './home.view.ts';

const SHOWN_ORDERS = 3;

/** The start screen: who you are, your last orders, and whether one of them waits for a payment. */
export const homePage = page('home')
  .optional('profile', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: profileView,
    keep: { key: () => [], fresh: '30s', staleIfError: '1d' },
  })
  .optional('orders', {
    load: ({ orders }, { caller }) => orders.ofUser(caller.userId, { limit: SHOWN_ORDERS }),
    view: ordersView,
    keep: { key: () => [], staleIfError: '5m' },
  })
  .optional('thumbnails', {
    needs: ['orders'],
    load: ({ inventory }, { orders }) => inventory.products(leadSkusOf(orders.orders)),
    view: thumbnailsView,
    keep: keepProducts,
  })
  .optional('paymentAttention', {
    needs: ['orders'],
    load: ({ payments }, { orders }) => payments.ofOrders(orders.orders.map((order) => order.id)),
    view: paymentAttentionView,
    // Never kept: see the order page.
  });
