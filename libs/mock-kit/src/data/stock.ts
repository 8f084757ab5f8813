import type { LegacyStockRow } from '@bff/contracts';
import { skuAt } from './entity-ids.ts';
import { randomOf } from './random.ts';
import { hours, epochMs, instant } from './timeline.ts';

export const warehouses = ['WH-AMS', 'WH-LEJ', 'WH-LIS', 'WH-WRO'] as const;

/** Products up to this one are always in stock, the demo order's among them. */
const lastPopularProduct = 20;

/** The stock of product number `index`: a row for each warehouse that keeps it. Some are sold out, a few kept nowhere. */
export function stockAt(seed: number, index: number): LegacyStockRow[] {
  const random = randomOf(seed, 'stock', index);
  const popular = index <= lastPopularProduct;
  const soldOut = !popular && random.chance(0.07);
  const keptNowhere = !popular && random.chance(0.02);
  return warehouses
    .filter((_, place) => !keptNowhere && (popular || place === index % warehouses.length || random.chance(0.6)))
    .map((warehouse) => {
      const quantity = popular ? random.int(40, 400) : Math.floor(random.next() ** 3 * 300);
      return {
        sku_code: skuAt(index),
        loc_id: warehouse,
        qty_avail: String(soldOut ? 0 : quantity),
        upd_ts: instant(epochMs - random.next() * hours(48)),
      };
    });
}
