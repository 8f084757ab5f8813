import type { StockLevel } from '@bff/downstream-clients';
import { stockKept } from './freshness.ts';
import { keyedSection } from './section.ts';

/** What there is of products, by SKU. The service leaves out what no warehouse keeps; here it is nothing, nowhere. */
export const stock = keyedSection('stock', {
  load: async ({ inventory }, skus) => {
    const levels = await inventory.stock(skus);
    return new Map(skus.map((sku): [string, StockLevel] => [sku, levels.get(sku) ?? nothing(sku)]));
  },
  keep: stockKept,
});

const nothing = (sku: string): StockLevel => ({ sku, available: 0, byWarehouse: [] });
