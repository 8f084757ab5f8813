import { generateDataSet } from '@bff/mock-kit';

/** An order that nobody has looked at yet, of a customer whom nobody has seen: nothing of its page was kept. */
export interface ColdOrder {
  readonly userId: string;
  readonly orderId: string;
  /** Its page in REST. */
  readonly path: string;
}

/** One order of each customer, with products that are in no other of them: what is known of those is kept for everyone. */
export function coldOrders(): () => ColdOrder {
  const orders = firstOrders();
  return () => {
    const next = orders.next();
    if (next.done) throw new Error('the data set has too few customers for this test');
    return next.value;
  };
}

function* firstOrders(): Generator<ColdOrder, undefined> {
  const seen = new Set<string>(['usr_0001']);
  for (const { id, userId, lines } of generateDataSet().orders()) {
    const skus = lines.map(({ sku }) => sku).join();
    if (seen.has(userId) || seen.has(skus)) continue;
    seen.add(userId).add(skus);
    yield { userId, orderId: id, path: `/v1/orders/${id}` };
  }
}
