import type { LegacyItemPage, SearchItemsQuery } from '@bff/contracts';
import type { InventoryStore } from './inventory-store.ts';
import { wordsOf } from './search-text.ts';

/** A page of what was found, counted from 1. A page after the last one is empty. */
export function searchItems(store: InventoryStore, query: SearchItemsQuery): LegacyItemPage {
  const { page, page_size } = query;
  const found = store.search({ words: wordsOf(query.q ?? ''), category: query.category });
  const start = (page - 1) * page_size;
  return { items: found.slice(start, start + page_size), page, page_size, total_cnt: found.length };
}
