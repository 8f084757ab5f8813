import {
  type ImageSizeCode,
  type ItemSortCode,
  type LegacyImage,
  type LegacyItem,
  type LegacyItemPage,
  type LegacyPriceSpan,
  type LegacyStockRow,
  type Money,
  moneyFromDecimal,
  toDecimalString,
} from '@bff/contracts';
import { ContractBreach } from '../http/contract-breach.ts';
import type { ProductSearch, ProductSort } from './inventory-client.ts';
import type {
  ImageSize,
  PriceSpan,
  Product,
  ProductImage,
  ProductPage,
  StockLevel,
  WarehouseStock,
} from './product.ts';

const sizes: Readonly<Record<ImageSizeCode, ImageSize>> = {
  TN: 'thumbnail',
  SM: 'small',
  MD: 'medium',
  LG: 'large',
  FS: 'full',
};

/**
 * A product in this system's words.
 *
 * @throws ContractBreach when the price has more decimals than its currency, or is too large to be exact. To round it
 * would be to invent a price.
 */
export function toProduct(item: LegacyItem): Product {
  const price = priceOf(item.unit_price, item.price_ccy, 'unit_price');
  return {
    sku: item.sku_code,
    name: item.item_desc,
    description: item.long_desc,
    category: item.cat_cd,
    price,
    images: item.img_list.map(toImage),
  };
}

function priceOf(text: string, currency: string, field: string): Money {
  const price = moneyFromDecimal(text, currency);
  if (!price) throw new ContractBreach(`${field} is not an amount of price_ccy`);
  return price;
}

const toImage = ({ size_cd, url, w, h }: LegacyImage): ProductImage => ({
  size: sizes[size_cd],
  url,
  width: w,
  height: h,
});

/** @throws ContractBreach for a price that is no amount of its currency. */
export const toProductPage = (answer: LegacyItemPage): ProductPage => ({
  products: answer.items.map(toProduct),
  facets: {
    categories: answer.cat_list.map(({ cat_cd, item_cnt }) => ({ category: cat_cd, count: item_cnt })),
    prices: answer.price_list.map(toPriceSpan),
  },
  page: answer.page,
  pageSize: answer.page_size,
  totalCount: answer.total_cnt,
});

const toPriceSpan = ({ price_ccy, min_price, max_price, item_cnt }: LegacyPriceSpan): PriceSpan => ({
  lowest: priceOf(min_price, price_ccy, 'min_price'),
  highest: priceOf(max_price, price_ccy, 'max_price'),
  count: item_cnt,
});

const sortCodes: Readonly<Record<ProductSort, ItemSortCode>> = {
  sku: 'SKU',
  name: 'NAME',
  price: 'PRC_ASC',
  '-price': 'PRC_DSC',
};

/** A search in the words of the inventory system. */
export function toSearchQuery({ text, category, price, sort, page, pageSize }: ProductSearch) {
  const decimal = (amount: number | undefined) =>
    price && amount !== undefined ? toDecimalString({ amount, currency: price.currency }) : undefined;
  return {
    q: text,
    category,
    price_ccy: price?.currency,
    price_min: decimal(price?.lowest),
    price_max: decimal(price?.highest),
    sort_cd: sort && sortCodes[sort],
    page,
    page_size: pageSize,
  };
}

/** The rows of each product together, in the order they came. */
export function toStockLevels(rows: readonly LegacyStockRow[]): StockLevel[] {
  const bySku = new Map<string, WarehouseStock[]>();
  for (const { sku_code, loc_id, qty_avail } of rows) {
    const warehouses = bySku.get(sku_code) ?? [];
    warehouses.push({ warehouse: loc_id, available: Number(qty_avail) });
    bySku.set(sku_code, warehouses);
  }
  return [...bySku].map(([sku, byWarehouse]) => ({
    sku,
    available: byWarehouse.reduce((sum, { available }) => sum + available, 0),
    byWarehouse,
  }));
}
