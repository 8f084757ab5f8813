import { type ColdOrder, coldOrders } from './cold-orders.ts';
import type { WholeSystem } from './whole-system.ts';

/** A customer with a token and one of their orders. */
export interface Customer extends ColdOrder {
  readonly token: string;
}

const AT_ONCE = 20;

/** Signs in so many customers of whom nothing was kept yet. */
export async function signInCustomers(system: WholeSystem, count: number): Promise<readonly Customer[]> {
  const nextOrder = coldOrders();
  const orders = Array.from({ length: count }, nextOrder);
  const customers: Customer[] = [];
  const signIn = async (): Promise<void> => {
    for (let order = orders.pop(); order; order = orders.pop()) {
      customers.push({ ...order, token: await system.signIn(order.userId) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, signIn));
  return customers;
}
