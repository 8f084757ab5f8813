import { view } from '@bff/aggregation';
import { type Order, orderIdSchema, skuSchema } from '@bff/contracts';
import type { StockLevel } from '@bff/downstream-clients';
import { z } from 'zod';

/** Up to this many pieces are few. */
const LOW = 5;

/** One request to the inventory, however much was ordered. */
const MOST_PRODUCTS = 100;

type RecentOrders = { readonly recentOrders: { readonly orders: readonly Order[] } };

/** The products that were ordered lately, each once, newest first. */
export const orderedSkusOf = ({ recentOrders }: RecentOrders): string[] =>
  [...linesBySku(recentOrders.orders).keys()].slice(0, MOST_PRODUCTS);

/**
 * Products ordered before of which few are left, the fewest first. One that no warehouse keeps any more is not among
 * them: to hurry does not help.
 */
export const lowStockView = view(
  z.array(
    z
      .object({
        sku: skuSchema,
        name: z.string().meta({ description: 'As it was ordered' }),
        available: z.int(),
        lastOrderId: orderIdSchema.meta({ description: 'The newest order with it' }),
      })
      .meta({ id: 'LowStockAlert' }),
  ),
  (stock: ReadonlyMap<string, StockLevel>, { recentOrders }: RecentOrders) =>
    [...linesBySku(recentOrders.orders)]
      .flatMap(([sku, { name, lastOrderId }]) => {
        const available = stock.get(sku)?.available;
        return available !== undefined && available <= LOW ? [{ sku, name, available, lastOrderId }] : [];
      })
      .toSorted((a, b) => a.available - b.available),
);

function linesBySku(orders: readonly Order[]): Map<string, { readonly name: string; readonly lastOrderId: string }> {
  const bySku = new Map<string, { readonly name: string; readonly lastOrderId: string }>();
  for (const { id, lines } of orders) {
    for (const { sku, name } of lines) if (!bySku.has(sku)) bySku.set(sku, { name, lastOrderId: id });
  }
  return bySku;
}
