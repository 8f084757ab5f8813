import type { QueryResolvers } from '../generated/resolver-types.ts';
import { orderList } from '../sections/order-list.ts';
import { productSearch } from '../sections/product-search.ts';
import { ordersQueryOf, productSearchOf } from './arguments.ts';

export const Query: QueryResolvers = {
  viewer: (_root, _args, { operation }) => operation.caller,

  order: (_root, { id }, { operation }, info) => operation.show(info, operation.loaders.orders.load(id)),

  orders: async (_root, args, { operation }, info) => {
    const page = await operation.show(info, operation.sections.obtain(orderList, { query: ordersQueryOf(args) }));
    return page && { ...page, after: args.after ?? null };
  },

  product: (_root, { sku }, { operation }, info) =>
    operation.show(info, operation.loaders.products.load(sku), { mustExistIn: 'inventory' }),

  products: (_root, args, { operation }, info) =>
    operation.show(info, operation.sections.obtain(productSearch, { search: productSearchOf(args) })),
};
