const all = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `mobile-bff and web-bff` */
export const listOf = (words: readonly string[]): string => all.format(words);

/** `1 call`, `2 calls` */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
