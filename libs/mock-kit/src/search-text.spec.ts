import { hasWords, searchTextOf, wordsOf } from './search-text.ts';

it.each([
  ['Kumo Plush Fox', 'FOX kumo', true],
  ['Kumo Plush Fox', 'fox bear', false],
  ['Kumo Plush Fox', '', true],
  ['Kumo Plush Fox', ' \u3000\t', true],
  ['ZÉPHYR', 'zéphyr', true],
  ['Zéphyr', 'zephyr', false],
  ['Zéphyr', 'ze\u0301phyr', true],
  ['LED', 'ｌｅｄ', true],
  ['Straße', 'STRASSE', true],
  ['ΟΔΟΣ', 'οδος', true],
  ['九谷焼', '九谷', true],
  ['🧦 Socks', '🧦', true],
  ['100% wool', '%', true],
  ['wool', '.*', false],
])('%j is found by %j: %s', (text, query, found) => {
  expect(hasWords(searchTextOf(text), wordsOf(query))).toBe(found);
});
