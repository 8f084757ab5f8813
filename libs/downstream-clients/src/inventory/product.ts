import type { Money } from '@bff/contracts';

/** Smallest first: `thumbnail` to `full`. */
export type ImageSize = 'thumbnail' | 'small' | 'medium' | 'large' | 'full';

export interface ProductImage {
  readonly size: ImageSize;
  readonly url: string;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
}

/** A product of the catalogue in this system's own words; the inventory service speaks an older dialect. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  /** May be empty. */
  readonly description: string;
  readonly category: string;
  /** The catalogue price of today; what an order was charged stands in the order. */
  readonly price: Money;
  /** Smallest first; may be empty. */
  readonly images: readonly ProductImage[];
}

/** How many products of a category were found. */
export interface CategoryCount {
  readonly category: string;
  readonly count: number;
}

/** From where to where the prices go in one currency, both of them in that currency. */
export interface PriceSpan {
  readonly lowest: Money;
  readonly highest: Money;
  /** Products that are priced in it. */
  readonly count: number;
}

/** What else a search could be narrowed to. Each list leaves its own filter out, so it shows what changing it would find. */
export interface ProductFacets {
  /** By category. */
  readonly categories: readonly CategoryCount[];
  /** By currency: prices are never converted. */
  readonly prices: readonly PriceSpan[];
}

/** One page of a search. */
export interface ProductPage {
  readonly products: readonly Product[];
  readonly facets: ProductFacets;
  /** The first one is 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Products that match, on all pages. */
  readonly totalCount: number;
}

export interface WarehouseStock {
  readonly warehouse: string;
  /** Pieces. */
  readonly available: number;
}

/** How many pieces of a product there are, and where. */
export interface StockLevel {
  readonly sku: string;
  /** Pieces in all warehouses together. */
  readonly available: number;
  readonly byWarehouse: readonly WarehouseStock[];
}
