import type { LegacyItem, LegacyStockRow, Order, Payment, User } from '@bff/contracts';
import DataLoader from 'dataloader';
import type { ShopServices } from './shop-services.ts';

/** One set for each request, so that each thing is asked for once and together with its like. */
export interface ShopLoaders {
  readonly orders: DataLoader<string, Order | undefined>;
  readonly users: DataLoader<string, User | undefined>;
  /** By order id, oldest first. */
  readonly payments: DataLoader<string, readonly Payment[]>;
  readonly items: DataLoader<string, LegacyItem | undefined>;
  /** One row for each warehouse that keeps it. */
  readonly stock: DataLoader<string, readonly LegacyStockRow[]>;
}

export const shopLoaders = (services: ShopServices): ShopLoaders => ({
  orders: new DataLoader(async (ids) => oneEach(ids, await services.orders(ids), ({ id }) => id)),
  users: new DataLoader(async (ids) => oneEach(ids, await services.users(ids), ({ id }) => id)),
  payments: new DataLoader(async (ids) => manyEach(ids, await services.payments(ids), ({ orderId }) => orderId)),
  items: new DataLoader(async (skus) => oneEach(skus, await services.items(skus), ({ sku_code }) => sku_code)),
  stock: new DataLoader(async (skus) => manyEach(skus, await services.stock(skus), ({ sku_code }) => sku_code)),
});

function oneEach<T>(keys: readonly string[], found: readonly T[], keyOf: (one: T) => string): (T | undefined)[] {
  const byKey = new Map(found.map((one) => [keyOf(one), one]));
  return keys.map((key) => byKey.get(key));
}

function manyEach<T>(keys: readonly string[], found: readonly T[], keyOf: (one: T) => string): T[][] {
  const byKey = Map.groupBy(found, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
