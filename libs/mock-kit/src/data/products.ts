import { type LegacyImage, type LegacyItem, toDecimalString } from '@bff/contracts';
import { fromEuroCents } from './currency-rates.ts';
import { skuAt } from './entity-ids.ts';
import { type Random, randomOf } from './random.ts';
import { days, epochMs, instant } from './timeline.ts';
import { awkwardProductNames, categories, closings, finishes, makers, openings } from './vocabulary/products.ts';

/** An item with its price in euro cents, from which the price of an order line in any currency is worked out. */
export interface Product {
  readonly item: LegacyItem;
  readonly euroCents: number;
}

const imageSizes: readonly (readonly [LegacyImage['size_cd'], number])[] = [
  ['TN', 96],
  ['SM', 240],
  ['MD', 480],
  ['LG', 1024],
  ['FS', 2400],
];

/** Product number `index`, counted from 1. Those after `productCount` are the ones that were taken out of the catalogue. */
export function productAt(seed: number, index: number): Product {
  const random = randomOf(seed, 'product', index);
  const category = random.pick(categories);
  const name = `${random.pick(makers)} ${random.pick(category.things)} ${random.pick(finishes)}`;
  const [lowest, highest] = category.priceRange;
  const euroCents = Math.round((lowest + (highest - lowest) * random.next() ** 3) / 10) * 10;
  const price = fromEuroCents(
    euroCents,
    random.pick(['EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'USD', 'GBP', 'JPY', 'KWD']),
  );
  const sku = skuAt(index);
  return {
    item: {
      sku_code: sku,
      item_desc: awkwardProductNames.get(index) ?? name,
      long_desc: random.chance(0.05) ? '' : `${random.pick(openings)} ${random.pick(closings)}`,
      cat_cd: category.code,
      unit_price: toDecimalString(price),
      price_ccy: price.currency,
      img_list: imagesOf(sku, index, random),
      upd_ts: instant(epochMs - random.next() * days(200)),
    },
    euroCents,
  };
}

/** A few products have no picture, and a few lack the largest one. Those of the demo order have all. */
function imagesOf(sku: string, index: number, random: Random): LegacyImage[] {
  const count = index > 20 && random.chance(0.04) ? 0 : imageSizes.length - (index > 20 && random.chance(0.06) ? 1 : 0);
  const tall = random.chance(0.3);
  return imageSizes.slice(0, count).map(([size, edge]) => ({
    size_cd: size,
    url: `https://images.example.com/${sku}/${size.toLowerCase()}.jpg`,
    w: tall ? Math.round(edge * 0.75) : edge,
    h: edge,
  }));
}
