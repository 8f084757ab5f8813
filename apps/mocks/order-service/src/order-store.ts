import type { Order } from '@bff/contracts';

/** All orders, by id and by user. */
export class OrderStore {
  readonly #byId: ReadonlyMap<string, Order>;
  readonly #byUser: ReadonlyMap<string, readonly Order[]>;

  constructor(orders: readonly Order[]) {
    this.#byId = new Map(orders.map((order) => [order.id, order]));
    this.#byUser = Map.groupBy(orders, (order) => order.userId);
  }

  byId(orderId: string): Order | undefined {
    return this.#byId.get(orderId);
  }

  /** In the order they were asked for, each once; unknown ones are left out. */
  byIds(orderIds: readonly string[]): Order[] {
    return [...new Set(orderIds)].flatMap((orderId) => this.#byId.get(orderId) ?? []);
  }

  /** In no particular order; none for a user that nobody knows, since users are another service's business. */
  ofUser(userId: string): readonly Order[] {
    return this.#byUser.get(userId) ?? [];
  }
}
