import type { Currency } from '@bff/contracts';
import type { Product, ProductPage, StockLevel } from './product.ts';

/** Prices in one currency; others are not converted, so what is priced in them is not found. */
export interface PriceRange {
  readonly currency: Currency;
  /** In minor units, and itself within the range. */
  readonly lowest?: number | undefined;
  /** In minor units, and itself within the range. */
  readonly highest?: number | undefined;
}

/** By price: currency after currency, since prices of two currencies do not compare. */
export type ProductSort = 'sku' | 'name' | 'price' | '-price';

/** What to look for. With nothing said: everything. */
export interface ProductSearch {
  /** Words of the name or the description, all of which must occur; at most 100 characters. */
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  readonly price?: PriceRange | undefined;
  /** Default `sku`. */
  readonly sort?: ProductSort | undefined;
  /** The first one is 1, which is the default. */
  readonly page?: number | undefined;
  /** 1 to 100, default 20. */
  readonly pageSize?: number | undefined;
}

/** The inventory service, bound to one request. Every method rejects with `DownstreamError` or an `AbortReason`. */
export interface InventoryClient {
  /** One product. Rejects with `NOT_FOUND` when it is unknown or has left the catalogue. */
  product(sku: string): Promise<Product>;
  /** Products by SKU, in the order asked for. One that has left the catalogue has no entry. */
  products(skus: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  /** Stock by SKU, in the order asked for. A product that no warehouse keeps, or that is unknown, has no entry. */
  stock(skus: readonly string[]): Promise<ReadonlyMap<string, StockLevel>>;
  /** One page of the products that match, and what else the search could be narrowed to. */
  search(search: ProductSearch): Promise<ProductPage>;
}
