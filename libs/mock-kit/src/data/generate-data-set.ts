import { type DataSet, once } from './data-set.ts';
import { defaultSeed, orderCount, productCount, userCount } from './data-set-size.ts';
import { Generator } from './generator.ts';

/** 2,000 users, 20,000 orders with their payments, 500 products and their stock; the same seed, the same data. */
export function generateDataSet(seed: number = defaultSeed): DataSet {
  const generator = new Generator(seed);
  return {
    users: once(() => upTo(userCount, (index) => generator.user(index))),
    orders: once(() => upTo(orderCount, (index) => generator.order(index))),
    payments: once(() => upTo(orderCount, (index) => generator.payments(index)).flat()),
    products: once(() => upTo(productCount, (index) => generator.product(index).item)),
    stock: once(() => upTo(productCount, (index) => generator.stock(index)).flat()),
  };
}

const upTo = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place + 1));
