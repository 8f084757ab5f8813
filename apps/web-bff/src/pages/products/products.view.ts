import { view } from '@bff/aggregation';
import { moneySchema, skuSchema } from '@bff/contracts';
import type { ProductPage, StockLevel } from '@bff/downstream-clients';
import { z } from 'zod';
import { productOf, productSchema } from '../product-details.ts';

const facetsSchema = z
  .object({
    categories: z.array(z.object({ category: z.string(), count: z.int() })),
    prices: z
      .array(z.object({ lowest: moneySchema, highest: moneySchema, count: z.int() }))
      .meta({ description: 'One for each currency' }),
  })
  .meta({
    id: 'ProductFacets',
    description:
      'What else could be searched for. Each facet leaves its own filter out: it shows what a change would find',
  });

/** A page of the products that match; `totalCount` is of all pages. */
export const productsView = view(
  z.object({
    items: z.array(productSchema),
    facets: facetsSchema,
    page: z.int(),
    pageSize: z.int(),
    totalCount: z.int(),
  }),
  ({ products, facets: { categories, prices }, page, pageSize, totalCount }: ProductPage) => ({
    items: products.map(productOf),
    facets: {
      categories: categories.map(({ category, count }) => ({ category, count })),
      prices: prices.map(({ lowest, highest, count }) => ({ lowest, highest, count })),
    },
    page,
    pageSize,
    totalCount,
  }),
);

export const skusOnPage = ({ products }: { readonly products: ProductPage }): string[] =>
  products.products.map(({ sku }) => sku);

/** How many pieces there are of each product on the page, by SKU; 0 also for one that no warehouse keeps. */
export const availabilityView = view(
  z.record(skuSchema, z.int()),
  (stock: ReadonlyMap<string, StockLevel>, input: { readonly products: ProductPage }) =>
    Object.fromEntries(skusOnPage(input).map((sku) => [sku, stock.get(sku)?.available ?? 0])),
);
