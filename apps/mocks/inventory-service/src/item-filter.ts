import { type SearchItemsQuery, moneyFromDecimal } from '@bff/contracts';
import { hasWords, wordsOf } from '@bff/mock-kit';
import type { SearchableItem } from './searchable-item.ts';

type Test = (candidate: SearchableItem) => boolean;

/** What a search lets through, one test for each thing that can be filtered by. */
export interface ItemFilter {
  readonly words: Test;
  readonly category: Test;
  readonly price: Test;
}

export function itemFilterOf(query: SearchItemsQuery): ItemFilter {
  const { category, price_ccy } = query;
  const words = wordsOf(query.q ?? '');
  const lowest = boundOf(query.price_min, price_ccy) ?? 0;
  const highest = boundOf(query.price_max, price_ccy) ?? Number.POSITIVE_INFINITY;
  return {
    words: ({ text }) => hasWords(text, words),
    category: ({ item }) => category === undefined || item.cat_cd === category,
    price: ({ item, amount }) =>
      price_ccy === undefined || (item.price_ccy === price_ccy && amount >= lowest && amount <= highest),
  };
}

const boundOf = (bound = '', currency = ''): number | undefined => moneyFromDecimal(bound, currency)?.amount;
