/** Compatibility-composed and in lower case, so that a full-width or decomposed spelling finds the usual one. */
export const searchTextOf = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a query, as they stand in a search text. */
export const wordsOf = (query: string): string[] =>
  searchTextOf(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
