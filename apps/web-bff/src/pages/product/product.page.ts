import { view } from '@bff/aggregation';
import { skuSchema } from '@bff/contracts';
import type { StockLevel } from '@bff/downstream-clients';
import { productKept, stockKept } from '../freshness.ts';
import { page } from '../page.ts';
import { productOf, productSchema } from '../product-details.ts';
import { stockOf, stockSchema } from '../stock.ts';

/** One product, and where it is in stock. */
export const productPage = page('product', { path: { sku: skuSchema } })
  .required('product', {
    load: ({ inventory }, { sku }) => inventory.product(sku),
    view: view(productSchema, productOf),
    keep: { key: ({ sku }) => [sku], ...productKept },
  })
  .optional('stock', {
    load: ({ inventory }, { sku }) => inventory.stock([sku]),
    view: view(stockSchema, (stock: ReadonlyMap<string, StockLevel>, { sku }: { readonly sku: string }) =>
      stockOf(stock.get(sku)),
    ),
    keep: { key: ({ sku }) => [sku], ...stockKept },
  });
