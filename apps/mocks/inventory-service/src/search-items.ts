import type { LegacyItemPage, SearchItemsQuery } from '@bff/contracts';
import { categoryCountsOf, priceSpansOf } from './facets.ts';
import type { InventoryStore } from './inventory-store.ts';
import { itemFilterOf } from './item-filter.ts';
import { itemOrders } from './item-sort.ts';

/**
 * A page of what was found, counted from 1, and what other categories and prices would find. A page after the last one
 * is empty.
 */
export function searchItems({ searchable }: InventoryStore, query: SearchItemsQuery): LegacyItemPage {
  const { page, page_size, sort_cd } = query;
  const { words, category, price } = itemFilterOf(query);
  const withWords = searchable.filter(words);
  const inCategory = withWords.filter(category);
  const found = inCategory.filter(price).toSorted(itemOrders[sort_cd]);
  const start = (page - 1) * page_size;
  return {
    items: found.slice(start, start + page_size).map(({ item }) => item),
    page,
    page_size,
    total_cnt: found.length,
    cat_list: categoryCountsOf(withWords.filter(price)),
    price_list: priceSpansOf(inCategory),
  };
}
