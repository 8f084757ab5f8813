import { aPayment, aUser, anItem, anOrder, stockOf } from '@bff/testing';

/** In place of numbers: a text is quicker made by replacing than by serializing. */
const NUMBER = '<number>';
const USER = '<user>';

const [line] = anOrder().lines;
if (line === undefined) throw new Error('the order of the fixtures has no line');
const sku = `SKU-${NUMBER}`;
const userId = `usr_${USER}`;
const order = JSON.stringify(anOrder({ id: `ord_${NUMBER}`, userId, lines: [{ ...line, sku }] }));
const user = JSON.stringify(aUser({ id: `usr_${NUMBER}` }));
const payment = JSON.stringify(aPayment({ id: `pay_${NUMBER}`, orderId: `ord_${NUMBER}`, userId }));
const item = JSON.stringify(anItem({ sku_code: sku }));
const stockRow = JSON.stringify(stockOf(sku, 3)).slice(1, -1);

/** How a path goes on to its ids, the name of the list in the answer, and what it says of each id. */
type Question = readonly [start: string, list: string | undefined, each: string];

const questions: readonly Question[] = [
  ['/orders/', undefined, order],
  ['/orders?ids=', 'orders', order],
  ['/users/', undefined, user],
  ['/users?ids=', 'users', user],
  ['/payments?orderId=', 'payments', payment],
  ['/payments?orderIds=', 'payments', payment],
  ['/api/v2/items?sku_codes=', 'items', item],
  ['/api/v2/stock?sku_codes=', 'stock', stockRow],
];

/**
 * What the services answer for the order page of any BFF; undefined for what no such page asks. Whatever is asked for is
 * there, and each order has one product of its own, so that only users are known already when a page is asked for.
 * `ownerOf` says whose an order is, by number: `ord_7` of `usr_3`.
 */
export function fixedAnswer(path: string, ownerOf: (order: number) => number): string | undefined {
  const question = questions.find(([start]) => path.startsWith(start));
  if (question === undefined) return undefined;
  const [start, list, each] = question;
  const about = (id: string): string => {
    const number = /\d+/.exec(id)?.[0] ?? '0';
    return each.replaceAll(NUMBER, number).replaceAll(USER, String(ownerOf(Number(number))));
  };
  const ids = path.slice(start.length);
  return list === undefined ? about(ids) : `{"${list}":[${ids.split(',').map(about).join()}]}`;
}
