import { z } from 'zod';
import { orderIdSchema } from '../ids.ts';
import type { ServiceContract } from '../operation.ts';
import { badRequest, badRequestOrNotFound, forbidden } from '../problem.ts';
import { orderSchema } from './order.ts';
import { getOrdersByIdsQuerySchema, listOrdersQuerySchema, orderPageSchema, ordersSchema } from './queries.ts';
import { getSpendingQuerySchema, spendingSchema } from './spending.ts';

/** Everything the order service can be asked. */
export const orderOperations = {
  getOrder: {
    name: 'getOrder',
    summary: 'One order',
    method: 'GET',
    path: '/orders/{orderId}',
    params: z.strictObject({ orderId: orderIdSchema }),
    response: orderSchema,
    errors: { ...badRequestOrNotFound, ...forbidden },
  },
  listOrders: {
    name: 'listOrders',
    summary: 'Orders of a user, page by page',
    method: 'GET',
    path: '/orders',
    query: listOrdersQuerySchema,
    response: orderPageSchema,
    errors: { ...badRequest, ...forbidden },
  },
  getOrdersByIds: {
    name: 'getOrdersByIds',
    summary: 'Several orders by id',
    method: 'GET',
    path: '/orders',
    whenQueryHas: 'ids',
    query: getOrdersByIdsQuerySchema,
    response: ordersSchema,
    errors: { ...badRequest, ...forbidden },
  },
  getSpending: {
    name: 'getSpending',
    summary: 'What a user ordered for, by month and currency',
    method: 'GET',
    path: '/orders/spending',
    query: getSpendingQuerySchema,
    response: spendingSchema,
    errors: { ...badRequest, ...forbidden },
  },
} as const satisfies ServiceContract['operations'];

export const orderContract = {
  name: 'order',
  title: 'Order service',
  description: 'Orders, their lines, totals and history.',
  version: '1.0.0',
  operations: orderOperations,
} as const satisfies ServiceContract;
