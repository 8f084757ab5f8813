import type { ItemSortCode } from '@bff/contracts';
import type { SearchableItem } from './searchable-item.ts';

type Compare = (a: SearchableItem, b: SearchableItem) => number;

/** By the Unicode collation, whatever language a name is in. */
const names = new Intl.Collator('und');

const byCurrency: Compare = (a, b) =>
  Number(a.item.price_ccy > b.item.price_ccy) - Number(a.item.price_ccy < b.item.price_ccy);

/** Below 0 when `a` comes first. What ties stays in the order of SKUs, since sorting is stable. */
export const itemOrders: Readonly<Record<ItemSortCode, Compare>> = {
  SKU: () => 0,
  NAME: (a, b) => names.compare(a.item.item_desc, b.item.item_desc),
  PRC_ASC: (a, b) => byCurrency(a, b) || a.amount - b.amount,
  PRC_DSC: (a, b) => byCurrency(a, b) || b.amount - a.amount,
};
