import type { Payment } from '@bff/contracts';

/** The payment service, bound to one request. Every method rejects with `DownstreamError` or an `AbortReason`. */
export interface PaymentClient {
  /** The payments of an order, oldest first; none is a valid answer. */
  ofOrder(orderId: string): Promise<readonly Payment[]>;
  /** The payments of several orders, oldest first. Every order asked for has an entry, `[]` when it has no payment. */
  ofOrders(orderIds: readonly string[]): Promise<ReadonlyMap<string, readonly Payment[]>>;
}
