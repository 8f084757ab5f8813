import type { LegacyItem, LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import { Pool } from 'undici';

/** The services by the requests that take many ids, as graphql-bff asks them. */
export interface ShopServices {
  orders(ids: readonly string[]): Promise<readonly Order[]>;
  users(ids: readonly string[]): Promise<readonly User[]>;
  payments(orderIds: readonly string[]): Promise<readonly Payment[]>;
  items(skus: readonly string[]): Promise<readonly LegacyItem[]>;
  stock(skus: readonly string[]): Promise<readonly LegacyStockRow[]>;
}

/** Nothing but the request and `JSON.parse`: no time limit of its own, no second try, no look at what came. */
export function shopServices(baseUrl: string): ShopServices {
  const pool = new Pool(baseUrl);
  const ask = async (path: string, ids: readonly string[]): Promise<unknown> => {
    const { statusCode, body } = await pool.request({ method: 'GET', path: path + ids.join(',') });
    const answer = await body.json();
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
    return answer;
  };
  return {
    orders: async (ids) => ((await ask('/orders?ids=', ids)) as { orders: Order[] }).orders,
    users: async (ids) => ((await ask('/users?ids=', ids)) as { users: User[] }).users,
    payments: async (ids) => ((await ask('/payments?orderIds=', ids)) as { payments: Payment[] }).payments,
    items: async (skus) => ((await ask('/api/v2/items?sku_codes=', skus)) as { items: LegacyItem[] }).items,
    stock: async (skus) => ((await ask('/api/v2/stock?sku_codes=', skus)) as { stock: LegacyStockRow[] }).stock,
  };
}
