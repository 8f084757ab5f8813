import type { Payment } from '@bff/contracts';

/** All payments, by order. */
export class PaymentStore {
  readonly #byOrder: ReadonlyMap<string, readonly Payment[]>;

  constructor(payments: readonly Payment[]) {
    const oldestFirst = payments.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
    this.#byOrder = Map.groupBy(oldestFirst, (payment) => payment.orderId);
  }

  /** Oldest first. Empty for an order that nobody knows, since orders are another service's business. */
  ofOrder(orderId: string): readonly Payment[] {
    return this.#byOrder.get(orderId) ?? [];
  }

  /** By order as asked, each order once, then oldest first. */
  ofOrders(orderIds: readonly string[]): Payment[] {
    return [...new Set(orderIds)].flatMap((orderId) => this.ofOrder(orderId));
  }
}
