import {
  type ImageSizeCode,
  type LegacyImage,
  type LegacyItem,
  type LegacyItemPage,
  type LegacyStockRow,
  moneyFromDecimal,
} from '@bff/contracts';
import { ContractBreach } from '../http/contract-breach.ts';
import type { ImageSize, Product, ProductImage, ProductPage, StockLevel, WarehouseStock } from './product.ts';

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
  const price = moneyFromDecimal(item.unit_price, item.price_ccy);
  if (!price) throw new ContractBreach('unit_price is not an amount of price_ccy');
  return {
    sku: item.sku_code,
    name: item.item_desc,
    description: item.long_desc,
    category: item.cat_cd,
    price,
    images: item.img_list.map(toImage),
  };
}

const toImage = ({ size_cd, url, w, h }: LegacyImage): ProductImage => ({
  size: sizes[size_cd],
  url,
  width: w,
  height: h,
});

export const toProductPage = ({ items, page, page_size, total_cnt }: LegacyItemPage): ProductPage => ({
  products: items.map(toProduct),
  page,
  pageSize: page_size,
  totalCount: total_cnt,
});

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
