import type { Product, ProductPage, StockLevel } from './product.ts';

/** What to look for. Without text and category: everything. */
export interface ProductSearch {
  /** Words of the name or the description, all of which must occur; at most 100 characters. */
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  /** The first one is 1, which is the default. */
  readonly page?: number | undefined;
  /** 1 to 100, default 20. */
  readonly pageSize?: number | undefined;
}

/** The inventory service, bound to one request. Every method rejects with `DownstreamError` or an `AbortReason`. */
export interface InventoryClient {
  /** Products by SKU, in the order asked for. One that has left the catalogue has no entry. */
  products(skus: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  /** Stock by SKU, in the order asked for. A product that no warehouse keeps, or that is unknown, has no entry. */
  stock(skus: readonly string[]): Promise<ReadonlyMap<string, StockLevel>>;
  search(search: ProductSearch): Promise<ProductPage>;
}
