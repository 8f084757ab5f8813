import {
  legacyItemsSchema,
  legacyStockSchema,
  orderSchema,
  ordersSchema,
  paymentsSchema,
  userSchema,
  usersSchema,
} from '@bff/contracts';
import { fixedAnswer } from './fixed-answers.ts';

const ownerOf = (order: number): number => order % 200;
const answerTo = (path: string): unknown => JSON.parse(fixedAnswer(path, ownerOf) ?? 'null');

it('says of one thing the same as of many, as the contracts have it', () => {
  const order = orderSchema.parse(answerTo('/orders/ord_203'));
  expect(order).toMatchObject({ id: 'ord_203', userId: 'usr_3', lines: [{ sku: 'SKU-203' }] });
  expect(ordersSchema.parse(answerTo('/orders?ids=ord_1,ord_203')).orders[1]).toEqual(order);
  const user = userSchema.parse(answerTo('/users/usr_3'));
  expect(usersSchema.parse(answerTo('/users?ids=usr_3')).users).toEqual([user]);
  const { payments } = paymentsSchema.parse(answerTo('/payments?orderId=ord_203'));
  expect(payments).toMatchObject([{ orderId: 'ord_203', userId: 'usr_3' }]);
  expect(paymentsSchema.parse(answerTo('/payments?orderIds=ord_203')).payments).toEqual(payments);
});

it('knows every product', () => {
  const { items } = legacyItemsSchema.parse(answerTo('/api/v2/items?sku_codes=SKU-1,SKU-2'));
  expect(items.map(({ sku_code }) => sku_code)).toEqual(['SKU-1', 'SKU-2']);
  const { stock } = legacyStockSchema.parse(answerTo('/api/v2/stock?sku_codes=SKU-1,SKU-2'));
  expect(stock.map(({ sku_code }) => sku_code)).toEqual(['SKU-1', 'SKU-2']);
});

it('has no answer to what no order page asks', () => {
  expect(fixedAnswer('/api/v2/items/search?q=kettle', ownerOf)).toBeUndefined();
});
