import type { LegacyItem, LegacyStockRow } from '@bff/contracts';
import { searchTextOf } from './search-text.ts';

/** All items by SKU, and their stock. */
export class InventoryStore {
  readonly #bySku: ReadonlyMap<string, LegacyItem>;
  readonly #stockBySku: ReadonlyMap<string, readonly LegacyStockRow[]>;
  /** By SKU, with the text that a search looks into. */
  readonly #searchable: readonly { item: LegacyItem; text: string }[];

  constructor(items: readonly LegacyItem[], stock: readonly LegacyStockRow[]) {
    this.#bySku = new Map(items.map((item) => [item.sku_code, item]));
    const byLocation = stock.toSorted((a, b) => Number(a.loc_id > b.loc_id) - Number(a.loc_id < b.loc_id));
    this.#stockBySku = Map.groupBy(byLocation, (row) => row.sku_code);
    this.#searchable = items
      .toSorted((a, b) => Number(a.sku_code > b.sku_code) - Number(a.sku_code < b.sku_code))
      .map((item) => ({ item, text: searchTextOf(`${item.item_desc} ${item.long_desc}`) }));
  }

  bySku(sku: string): LegacyItem | undefined {
    return this.#bySku.get(sku);
  }

  /** In the order they were asked for, each once; unknown ones are left out. */
  bySkus(skus: readonly string[]): LegacyItem[] {
    return [...new Set(skus)].flatMap((sku) => this.#bySku.get(sku) ?? []);
  }

  /** By SKU as asked, each SKU once, then by location. */
  stockOf(skus: readonly string[]): LegacyStockRow[] {
    return [...new Set(skus)].flatMap((sku) => this.#stockBySku.get(sku) ?? []);
  }

  /** By SKU: the items of the category (any when left out) whose name or description has every word (any when none). */
  search({ words, category }: { words: readonly string[]; category?: string | undefined }): LegacyItem[] {
    return this.#searchable
      .filter(({ item }) => category === undefined || item.cat_cd === category)
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ item }) => item);
  }
}
