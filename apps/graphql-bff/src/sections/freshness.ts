/*
 * How long each kind of thing may be shown again. Payments are not here: what was paid is told as it is, or not at all.
 */

/** A profile changes by its owner's hand alone, and an old one is far better than none. */
export const customerKept = { fresh: '30s', staleIfError: '1d' } as const;

/** Asked for anew every time; a few minutes old, and marked so, it still helps. Much older and it misleads. */
export const orderKept = { staleIfError: '5m' } as const;

/** Names, pictures and prices change seldom, and are the same for everyone. */
export const productKept = { fresh: '1m', staleIfError: '1d', audience: 'everyone' } as const;

/** Two seconds take the rush off a product that everybody looks at; nobody can tell them from the time a page takes. */
export const stockKept = { fresh: '2s', staleIfError: '5m', audience: 'everyone' } as const;
