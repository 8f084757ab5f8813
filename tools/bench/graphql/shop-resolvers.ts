import type { LegacyItem, LegacyStockRow, Money, Order, Payment, User } from '@bff/contracts';
import type { ShopLoaders } from './shop-loaders.ts';

/** The third argument of every resolver. */
export interface ShopContext {
  readonly loaders: ShopLoaders;
}

/**
 * What the order page needs of the schema, on what the services answer; the rest of the schema is there, but nobody asks
 * for it. A service that fails makes its field null and leaves an error in the answer, as GraphQL has it.
 */
export const resolvers = {
  Query: {
    order: (_root: unknown, { id }: { id: string }, { loaders }: ShopContext) => loaders.orders.load(id),
  },
  Order: {
    status: ({ status }: Order) => status.toUpperCase(),
    customer: ({ userId }: Order, _args: unknown, { loaders }: ShopContext) => loaders.users.load(userId),
    payment: ({ id }: Order, _args: unknown, { loaders }: ShopContext) => loaders.payments.load(id),
  },
  OrderLine: {
    product: ({ sku }: Order['lines'][number], _args: unknown, { loaders }: ShopContext) => loaders.items.load(sku),
  },
  Customer: { tier: ({ tier }: User) => tier.toUpperCase() },
  OrderPayment: {
    status: (payments: readonly Payment[]) => payments.at(-1)?.status.toUpperCase() ?? 'NONE',
    method: (payments: readonly Payment[]) => payments.at(-1)?.method ?? null,
    amount: (payments: readonly Payment[]) => payments.at(-1)?.amount ?? null,
    refunded: (payments: readonly Payment[]) => refundedOf(payments.at(-1)),
  },
  Product: {
    sku: ({ sku_code }: LegacyItem) => sku_code,
    name: ({ item_desc }: LegacyItem) => item_desc,
    stock: ({ sku_code }: LegacyItem, _args: unknown, { loaders }: ShopContext) => loaders.stock.load(sku_code),
  },
  Stock: {
    available: (rows: readonly LegacyStockRow[]) => rows.reduce((sum, { qty_avail }) => sum + Number(qty_avail), 0),
  },
};

function refundedOf(payment: Payment | undefined): Money | null {
  if (payment === undefined) return null;
  const amount = payment.refunds.reduce((sum, refund) => sum + refund.amount.amount, 0);
  return { amount, currency: payment.amount.currency };
}
