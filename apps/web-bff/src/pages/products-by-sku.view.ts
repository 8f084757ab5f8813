import { view } from '@bff/aggregation';
import { skuSchema } from '@bff/contracts';
import type { Product } from '@bff/downstream-clients';
import { z } from 'zod';
import { productOf, productSchema } from './product-details.ts';

/** Products by SKU. One that has left the catalogue has no entry: that is an answer. */
export const productsBySkuView = view(z.record(skuSchema, productSchema), (products: ReadonlyMap<string, Product>) =>
  Object.fromEntries([...products].map(([sku, product]) => [sku, productOf(product)])),
);
