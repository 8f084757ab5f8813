import { type LegacyItem, moneyFromDecimal } from '@bff/contracts';
import { searchTextOf } from '@bff/mock-kit';

/** An item with what a search compares, worked out once. */
export interface SearchableItem {
  readonly item: LegacyItem;
  readonly text: string;
  /** The price in minor units. */
  readonly amount: number;
}

export const searchableOf = (item: LegacyItem): SearchableItem => ({
  item,
  text: searchTextOf(`${item.item_desc} ${item.long_desc}`),
  // A price that its currency cannot hold is found by no bound: NaN compares with nothing.
  amount: moneyFromDecimal(item.unit_price, item.price_ccy)?.amount ?? Number.NaN,
});
