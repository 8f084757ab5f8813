import type { KeyedSection, SectionEnd, SectionsOnDemand } from '@bff/aggregation';
import { type Order, type Payment, type User, maxSkusPerRequest } from '@bff/contracts';
import type { Product, Services, StockLevel } from '@bff/downstream-clients';
import DataLoader from 'dataloader';
import { customers } from './customers.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { products } from './products.ts';
import type { SectionContext } from './section.ts';
import { stock } from './stock.ts';

/** Joins the fields of a level that ask for the same section into one call, and gives each key its own end. */
type Loader<Value> = DataLoader<string, SectionEnd<Value | null>>;

/** One set for each request: what one caller was given is given to no other. */
export interface Loaders {
  /** By order id. */
  readonly orders: Loader<Order>;
  /** By user id. */
  readonly customers: Loader<User>;
  /** By order id. */
  readonly payments: Loader<readonly Payment[]>;
  /** By SKU. */
  readonly products: Loader<Product>;
  /** By SKU. */
  readonly stock: Loader<StockLevel>;
}

export function createLoaders(sections: SectionsOnDemand<Services, SectionContext>): Loaders {
  const loaderOf = <Value>(section: KeyedSection<Services, SectionContext, Value>): Loader<Value> =>
    new DataLoader((keys) => sections.obtainAll(section, keys), {
      // What a service takes in one request at most; the others split further. A list of the largest page stays below it.
      maxBatchSize: maxSkusPerRequest,
    });
  return {
    orders: loaderOf(orders),
    customers: loaderOf(customers),
    payments: loaderOf(payments),
    products: loaderOf(products),
    stock: loaderOf(stock),
  };
}
