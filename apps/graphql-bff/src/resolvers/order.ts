import type { OrderLineResolvers, OrderResolvers } from '../generated/resolver-types.ts';

export const Order: OrderResolvers = {
  customer: ({ userId }, _args, { operation }, info) => operation.show(info, operation.loaders.customers.load(userId)),
  payment: ({ id }, _args, { operation }, info) => operation.show(info, operation.loaders.payments.load(id)),
};

export const OrderLine: OrderLineResolvers = {
  total: ({ quantity, unitPrice }) => ({ ...unitPrice, amount: quantity * unitPrice.amount }),
  product: ({ sku }, _args, { operation }, info) => operation.show(info, operation.loaders.products.load(sku)),
};
