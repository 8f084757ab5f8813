import type { Resolvers } from '../generated/resolver-types.ts';
import { scalars } from '../scalars/scalars.ts';
import { Customer, SavedAddress } from './customer.ts';
import { enums } from './enums.ts';
import { Money } from './money.ts';
import { OrderConnection } from './order-connection.ts';
import { Order, OrderLine } from './order.ts';
import { OrderPayment, PaymentMethod } from './order-payment.ts';
import { Product, ProductPage, Stock } from './product.ts';
import { Query } from './query.ts';
import { Viewer } from './viewer.ts';

/** Everything that the schema needs code for. Fields that are not here are read from the value as they are. */
export const resolvers: Resolvers = {
  ...scalars,
  ...enums,
  Query,
  Viewer,
  Customer,
  SavedAddress,
  Order,
  OrderLine,
  OrderConnection,
  OrderPayment,
  PaymentMethod,
  Product,
  ProductPage,
  Stock,
  Money,
};
