import type { Order } from '@bff/contracts';
import type { OrderClient } from '@bff/downstream-clients';
import { DownstreamError } from '@bff/errors';
import type { Caller } from '@bff/identity';

/**
 * The order, if it is the caller's. Another customer's order is answered as one that does not exist, so that ids cannot
 * be probed.
 */
export async function ownOrder(orders: OrderClient, orderId: string, caller: Caller): Promise<Order> {
  const order = await orders.byId(orderId);
  if (order.userId !== caller.userId) {
    throw new DownstreamError('NOT_FOUND', {
      service: 'order',
      operation: 'getOrder',
      detail: 'not the caller’s order',
    });
  }
  return order;
}
