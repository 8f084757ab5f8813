import type { ProductSearch } from '@bff/downstream-clients';
import { productKept } from './freshness.ts';
import { singleSection } from './section.ts';

/** One page of the products that match. */
export const productSearch = singleSection('products', {
  load: ({ inventory }, { search }: { readonly search: ProductSearch }) => inventory.search(search),
  keep: {
    key: ({ search: { text, category, price, sort, page, pageSize } }) =>
      [text, category, price?.currency, price?.lowest, price?.highest, sort, page, pageSize].map((value) =>
        String(value ?? ''),
      ),
    ...productKept,
  },
});
