/**
 * As many users as there can be tokens. A BFF asks for a user again after 30 s, so none may come twice within that, or a
 * page has three calls: with so many it takes more pages than one process answers in the time.
 */
export const USERS = 40_000;

/** Whose an order is, by number: `ord_7` and `ord_40007` of `usr_7`. */
export const ownerOf = (order: number): number => order % USERS;

/** The n-th order, when a page is asked for by `users` of them in turn. No two are the same. */
export const orderOf = (index: number, users: number): number => (index % users) + USERS * Math.floor(index / users);
