import type { LegacyItem, LegacyStockRow, Order, Payment, User } from '@bff/contracts';

/**
 * What the four services know, in the shapes of their contracts. Each part is made or read when it is first asked for,
 * so that a service that has only users reads only users.
 */
export interface DataSet {
  users(): readonly User[];
  orders(): readonly Order[];
  payments(): readonly Payment[];
  products(): readonly LegacyItem[];
  stock(): readonly LegacyStockRow[];
}

/** Runs `make` at the first call and gives its result to every later one. A failure is not kept. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
