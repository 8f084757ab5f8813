import { view } from '@bff/aggregation';
import { type Order, skuSchema } from '@bff/contracts';
import type { StockLevel } from '@bff/downstream-clients';
import { z } from 'zod';
import { skusOf } from './order-skus.ts';
import { stockOf, stockSchema } from './stock.ts';

/** What there is of each product of the order, by SKU and warehouse. */
export const orderStockView = view(
  z.record(skuSchema, stockSchema),
  (stock: ReadonlyMap<string, StockLevel>, { order }: { readonly order: Order }) =>
    Object.fromEntries(skusOf(order).map((sku) => [sku, stockOf(stock.get(sku))])),
);
