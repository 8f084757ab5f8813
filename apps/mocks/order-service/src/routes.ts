import { orderOperations } from '@bff/contracts';
import { type OperationRoute, answer, notFound } from '@bff/mock-kit';
import { listOrders } from './list-orders.ts';
import type { OrderStore } from './order-store.ts';
import { spendingOf } from './spending.ts';

/** Everything that the order service answers. */
export const orderRoutes = (store: OrderStore): OperationRoute[] => [
  // Before the order by id, which would take `spending` for one.
  answer(orderOperations.getSpending, ({ query }) => spendingOf(store, query)),
  answer(orderOperations.getOrder, ({ path }) => {
    const order = store.byId(path.orderId);
    if (!order) throw notFound('order');
    return order;
  }),
  answer(orderOperations.listOrders, ({ query }) => listOrders(store, query)),
  answer(orderOperations.getOrdersByIds, ({ query }) => ({ orders: store.byIds(query.ids) })),
];
