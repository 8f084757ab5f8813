import { orderKept, profileKept, spendingKept, stockKept } from '../freshness.ts';
import { page } from '../page.ts';
import { paymentSummariesView } from '../payment-summaries.view.ts';
import { profileView } from '../profile/profile.view.ts';
import { lowStockView, orderedSkusOf } from './low-stock.view.ts';
import { recentOrdersView } from './recent-orders.view.ts';
import { shownSpan } from './spending-months.ts';
import { spendingView } from './spending.view.ts';

const SHOWN_ORDERS = 10;

/** Who you are, what you ordered lately and how that stands, what you spent, and what you may want to order again soon. */
export const dashboardPage = page('dashboard')
  .optional('profile', {
    load: ({ users }, { caller }) => users.byId(caller.userId),
    view: profileView,
    keep: { key: () => [], ...profileKept },
  })
  .optional('recentOrders', {
    load: ({ orders }, { caller }) => orders.ofUser(caller.userId, { limit: SHOWN_ORDERS }),
    view: recentOrdersView,
    keep: { key: () => [], ...orderKept },
  })
  .optional('payments', {
    needs: ['recentOrders'],
    load: ({ payments }, { recentOrders }) => payments.ofOrders(recentOrders.orders.map(({ id }) => id)),
    view: paymentSummariesView,
  })
  .optional('spending', {
    load: ({ orders }, { caller, nowMs }) => orders.spending(caller.userId, shownSpan(nowMs)),
    view: spendingView,
    keep: { key: ({ nowMs }) => [shownSpan(nowMs).to], ...spendingKept },
  })
  .optional('lowStock', {
    needs: ['recentOrders'],
    load: ({ inventory }, input) => inventory.stock(orderedSkusOf(input)),
    view: lowStockView,
    keep: { key: orderedSkusOf, ...stockKept },
  });
