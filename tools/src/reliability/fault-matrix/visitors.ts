import { generateDataSet, productCount } from '@bff/mock-kit';

/** Somebody who looks at every page: a customer of their own, with an order, a product and a page of the catalogue. */
export interface Visitor {
  readonly userId: string;
  readonly orderId: string;
  readonly sku: string;
  readonly cataloguePage: number;
}

/** Pages of the catalogue when five products are shown on each. */
const CATALOGUE_PAGES = productCount / 5;

/** Whoever looks with the token of the support team. */
export const supportUserId = 'usr_0001';

/** New visitors, none of whom was handed out before. Products and pages of the catalogue come round again. */
export function newVisitors(): () => Visitor {
  const orders = firstOrders();
  let count = 0;
  return () => {
    const next = orders.next();
    if (next.done) throw new Error('the data set has too few customers for so many cells');
    count += 1;
    const { userId, id } = next.value;
    const sku = `SKU-${String((count % productCount) + 1).padStart(4, '0')}`;
    return { userId, orderId: id, sku, cataloguePage: (count % CATALOGUE_PAGES) + 1 };
  };
}

function* firstOrders(): Generator<{ userId: string; id: string }, undefined> {
  const seen = new Set<string>([supportUserId]);
  for (const { id, userId } of generateDataSet().orders()) {
    if (seen.has(userId)) continue;
    seen.add(userId);
    yield { userId, id };
  }
}
