import type { Order, Payment } from '@bff/contracts';

/** Orders in which no money is owed any more, whatever their payments say. */
const settled: ReadonlySet<Order['status']> = new Set(['cancelled', 'refunded']);

/**
 * Whether the customer has to act: the order is still wanted and its newest payment failed, or it waits for a payment
 * and there is none. An order with nothing to pay needs no payment.
 */
export function needsPaymentAttention(order: Order, payments: readonly Payment[]): boolean {
  if (settled.has(order.status) || order.totals.total.amount === 0) return false;
  const newest = payments.at(-1);
  return newest ? newest.status === 'failed' : order.status === 'pending';
}
