import {
  type LegacyItem,
  type LegacyStockRow,
  type Order,
  type Payment,
  type User,
  legacyItemSchema,
  legacyStockRowSchema,
  orderSchema,
  paymentSchema,
  userSchema,
} from '@bff/contracts';
import { incoherencesOfOrder, incoherencesOfPayment } from './coherence.ts';
import { type DataSet, once } from './data-set.ts';
import { type NdjsonFile, readNdjson } from './read-ndjson.ts';

const byId = { field: 'id', of: ({ id }: { id: string }) => id };

const usersFile: NdjsonFile<User> = { name: 'users.ndjson', schema: userSchema, key: byId };

const ordersFile: NdjsonFile<Order> = {
  name: 'orders.ndjson',
  schema: orderSchema,
  key: byId,
  incoherences: incoherencesOfOrder,
};

const paymentsFile: NdjsonFile<Payment> = {
  name: 'payments.ndjson',
  schema: paymentSchema,
  key: byId,
  incoherences: incoherencesOfPayment,
};

const productsFile: NdjsonFile<LegacyItem> = {
  name: 'products.ndjson',
  schema: legacyItemSchema,
  key: { field: 'sku_code', of: ({ sku_code }) => sku_code },
};

const stockFile: NdjsonFile<LegacyStockRow> = {
  name: 'stock.ndjson',
  schema: legacyStockRowSchema,
  key: { field: 'sku_code, loc_id', of: ({ sku_code, loc_id }) => `${sku_code} ${loc_id}` },
};

/**
 * A data set of one's own, from a directory of NDJSON files. A file is read when its part is first asked for, and that
 * throws `ConfigError` when the file is missing or a line of it is bad. Files are not checked against each other: no
 * process of a real system could do so either.
 */
export const loadDataSet = (directory: string): DataSet => ({
  users: once(() => readNdjson(directory, usersFile)),
  orders: once(() => readNdjson(directory, ordersFile)),
  payments: once(() => readNdjson(directory, paymentsFile)),
  products: once(() => readNdjson(directory, productsFile)),
  stock: once(() => readNdjson(directory, stockFile)),
});
