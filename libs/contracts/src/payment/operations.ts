import type { ServiceContract } from '../operation.ts';
import { badRequest, forbidden } from '../problem.ts';
import { getPaymentsByOrdersQuerySchema, getPaymentsQuerySchema, paymentsSchema } from './payment.ts';

/** Everything the payment service can be asked. */
export const paymentOperations = {
  getPayments: {
    name: 'getPayments',
    summary: 'Payments of one order',
    method: 'GET',
    path: '/payments',
    query: getPaymentsQuerySchema,
    response: paymentsSchema,
    errors: { ...badRequest, ...forbidden },
  },
  getPaymentsByOrders: {
    name: 'getPaymentsByOrders',
    summary: 'Payments of several orders',
    method: 'GET',
    path: '/payments',
    whenQueryHas: 'orderIds',
    query: getPaymentsByOrdersQuerySchema,
    response: paymentsSchema,
    errors: { ...badRequest, ...forbidden },
  },
} as const satisfies ServiceContract['operations'];

export const paymentContract = {
  name: 'payment',
  title: 'Payment service',
  description: 'Payments of orders, with captures and refunds.',
  version: '1.0.0',
  operations: paymentOperations,
} as const satisfies ServiceContract;
