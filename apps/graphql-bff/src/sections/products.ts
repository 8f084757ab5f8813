import { productKept } from './freshness.ts';
import { keyedSection } from './section.ts';

/** Products by SKU. Null for one that has left the catalogue: that is an answer. */
export const products = keyedSection('product', {
  load: ({ inventory }, skus) => inventory.products(skus),
  keep: productKept,
});
