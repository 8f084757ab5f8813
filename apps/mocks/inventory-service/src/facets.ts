import { type LegacyCategoryCount, type LegacyPriceSpan, toDecimalString } from '@bff/contracts';
import type { SearchableItem } from './searchable-item.ts';

/** How many of the items each category has, by its code. */
export function categoryCountsOf(items: readonly SearchableItem[]): LegacyCategoryCount[] {
  const byCategory = Map.groupBy(items, ({ item }) => item.cat_cd);
  return sortedByKey(byCategory).map(([cat_cd, found]) => ({ cat_cd, item_cnt: found.length }));
}

/** The cheapest and the dearest of the items in each currency, by its code. */
export function priceSpansOf(items: readonly SearchableItem[]): LegacyPriceSpan[] {
  const priced = items.filter(({ amount }) => !Number.isNaN(amount));
  const byCurrency = Map.groupBy(priced, ({ item }) => item.price_ccy);
  return sortedByKey(byCurrency).map(([currency, found]) => {
    const amounts = found.map(({ amount }) => amount);
    return {
      price_ccy: currency,
      min_price: toDecimalString({ amount: Math.min(...amounts), currency }),
      max_price: toDecimalString({ amount: Math.max(...amounts), currency }),
      item_cnt: found.length,
    };
  });
}

const sortedByKey = <T>(groups: ReadonlyMap<string, T>): [string, T][] =>
  [...groups].toSorted(([a], [b]) => Number(a > b) - Number(a < b));
