import { paymentOperations } from '@bff/contracts';
import { type OperationRoute, answer } from '@bff/mock-kit';
import type { PaymentStore } from './payment-store.ts';

/** Everything that the payment service answers. */
export const paymentRoutes = (store: PaymentStore): OperationRoute[] => [
  answer(paymentOperations.getPayments, ({ query }) => ({ payments: [...store.ofOrder(query.orderId)] })),
  answer(paymentOperations.getPaymentsByOrders, ({ query }) => ({ payments: store.ofOrders(query.orderIds) })),
];
