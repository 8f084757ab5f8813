import type { LegacyStockRow, Order, Payment, User } from '@bff/contracts';

/** What the four services say, as the page needs it. */
export interface Answers {
  readonly order: Order;
  readonly user: User;
  readonly payments: readonly Payment[];
  readonly stock: readonly LegacyStockRow[];
}

export const paths = {
  order: (orderId: string): string => `/orders/${orderId}`,
  user: (userId: string): string => `/users/${userId}`,
  payments: (orderId: string): string => `/payments?orderId=${orderId}`,
  stock: (skus: readonly string[]): string => `/api/v2/stock?sku_codes=${skus.join(',')}`,
};

export const skusOf = ({ lines }: Order): string[] => [...new Set(lines.map(({ sku }) => sku))];
