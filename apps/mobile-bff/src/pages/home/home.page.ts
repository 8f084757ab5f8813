import { page } from '../page.ts';
import { leadSkusOf, thumbnailsView } from '../thumbnails.view.ts';
import { ordersView, paymentAttentionView, profileView } from './home.view.ts';

const SHOWN_ORDERS = 3;

/** The start screen: who you are, your last orders, and whether one of them waits for a payment. */
export const homePage = page('home')
  .optional('profile', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: profileView,
  })
  .optional('orders', {
    load: ({ orders }, { caller }) => orders.ofUser(caller.userId, { limit: SHOWN_ORDERS }),
    view: ordersView,
  })
  .optional('thumbnails', {
    needs: ['orders'],
    load: ({ inventory }, { orders }) => inventory.products(leadSkusOf(orders.orders)),
    view: thumbnailsView,
  })
  .optional('paymentAttention', {
    needs: ['orders'],
    load: ({ payments }, { orders }) => payments.ofOrders(orders.orders.map((order) => order.id)),
    view: paymentAttentionView,
  });
