import type { LegacyItem, LegacyStockRow } from '@bff/contracts';
import { type SearchableItem, searchableOf } from './searchable-item.ts';

/** All items by SKU, and their stock. */
export class InventoryStore {
  readonly #bySku: ReadonlyMap<string, LegacyItem>;
  readonly #stockBySku: ReadonlyMap<string, readonly LegacyStockRow[]>;
  /** Every item, in the order of their SKUs. */
  readonly searchable: readonly SearchableItem[];

  constructor(items: readonly LegacyItem[], stock: readonly LegacyStockRow[]) {
    this.#bySku = new Map(items.map((item) => [item.sku_code, item]));
    const byLocation = stock.toSorted((a, b) => Number(a.loc_id > b.loc_id) - Number(a.loc_id < b.loc_id));
    this.#stockBySku = Map.groupBy(byLocation, (row) => row.sku_code);
    this.searchable = items.map(searchableOf).toSorted((a, b) => compareSkus(a.item, b.item));
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
}

const compareSkus = (a: LegacyItem, b: LegacyItem) => Number(a.sku_code > b.sku_code) - Number(a.sku_code < b.sku_code);
