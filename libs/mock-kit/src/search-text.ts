/**
 * Text as a search compares it: a full-width or decomposed spelling is the usual one, and upper and lower case are alike.
 * Upper case, because more comes to be the same in it: `ß` and `SS`, the two small sigmas.
 */
export const searchTextOf = (text: string): string => text.normalize('NFKC').toUpperCase();

/** The words of a query, as they stand in a search text. */
export const wordsOf = (query: string): string[] =>
  searchTextOf(query)
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Whether a search text has every word; with no words, any text has. */
export const hasWords = (searchText: string, words: readonly string[]): boolean =>
  words.every((word) => searchText.includes(word));
