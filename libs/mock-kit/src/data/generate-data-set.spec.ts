import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  legacyItemSchema,
  legacyStockRowSchema,
  minorUnitDigits,
  type Order,
  orderSchema,
  orderStatuses,
  paymentSchema,
  paymentStatuses,
  userSchema,
} from '@bff/contracts';
import type { z } from 'zod';
import { incoherencesOfOrder, incoherencesOfPayment } from './coherence.ts';
import { defaultSeed } from './data-set-size.ts';
import { demoOrderId, demoUserId } from './demo-user.ts';
import { generateDataSet } from './generate-data-set.ts';
import { Generator } from './generator.ts';
import { epochMs } from './timeline.ts';

const dataSet = generateDataSet();
const users = dataSet.users();
const orders = dataSet.orders();
const payments = dataSet.payments();
const products = dataSet.products();
const stock = dataSet.stock();

const orderById = new Map(orders.map((order) => [order.id, order]));
const paymentsByOrder = Map.groupBy(payments, (payment) => payment.orderId);
const ordersByUser = Map.groupBy(orders, (order) => order.userId);
const skus = new Set(products.map((product) => product.sku_code));
const ofDemoUser: readonly Order[] = ordersByUser.get(demoUserId) ?? [];

/** The entities that the contract refuses, or knows a field less of. */
function offenders<T>(entities: readonly T[], schema: z.ZodType<T>): T[] {
  return entities.filter((entity) => !isDeepStrictEqual(schema.safeParse(entity).data, entity));
}

const digestOf = (entities: readonly unknown[]) => createHash('sha256').update(JSON.stringify(entities)).digest('hex');

describe('the generated data set', () => {
  it('has the size that it says it has', () => {
    expect([users.length, orders.length, products.length]).toEqual([2000, 20_000, 500]);
    expect(new Set(stock.map((row) => row.loc_id)).size).toBe(4);
  });

  it('keeps to the contracts', () => {
    expect(offenders(users, userSchema)).toEqual([]);
    expect(offenders(orders, orderSchema)).toEqual([]);
    expect(offenders(payments, paymentSchema)).toEqual([]);
    expect(offenders(products, legacyItemSchema)).toEqual([]);
    expect(offenders(stock, legacyStockRowSchema)).toEqual([]);
  });

  it('has sums that add up and histories that lead to the status', () => {
    expect(orders.flatMap(incoherencesOfOrder)).toEqual([]);
    expect(payments.flatMap(incoherencesOfPayment)).toEqual([]);
  });

  it('has ids of its own for everything', () => {
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
    expect(orderById.size).toBe(orders.length);
    expect(new Set(payments.map(({ id }) => id)).size).toBe(payments.length);
    expect(skus.size).toBe(products.length);
    expect(new Set(stock.map((row) => `${row.sku_code} ${row.loc_id}`)).size).toBe(stock.length);
  });

  it('has nothing that happened after its epoch', () => {
    const times = [
      ...users.map((user) => user.createdAt),
      ...orders.flatMap((order) => order.history.map(({ at }) => at)),
      ...payments.flatMap((payment) => [...payment.captures, ...payment.refunds].map(({ at }) => at)),
    ];
    expect(times.filter((time) => Date.parse(time) > epochMs)).toEqual([]);
  });
});

describe('the parts of the generated data set', () => {
  const userById = new Map(users.map((user) => [user.id, user]));

  it('agree on whose an order is, and in which currency that user pays', () => {
    const strangers = orders.filter((order) => userById.get(order.userId)?.preferences.currency !== order.currency);
    expect(strangers).toEqual([]);
  });

  it('have no order from before its user signed up', () => {
    expect(orders.filter((order) => order.placedAt < (userById.get(order.userId)?.createdAt ?? ''))).toEqual([]);
  });

  it('agree on what was to be paid, and by whom', () => {
    const wrong = payments.filter(({ orderId, userId, amount }) => {
      const order = orderById.get(orderId);
      return !order || order.userId !== userId || !isDeepStrictEqual(order.totals.total, amount);
    });
    expect(wrong).toEqual([]);
  });

  it('agree on whether the money is there', () => {
    const captured = (order: Order) =>
      (paymentsByOrder.get(order.id) ?? []).some(({ captures }) => captures.length > 0) ||
      order.totals.total.amount === 0;
    expect(
      orders.filter(({ status }) => !['pending', 'cancelled'].includes(status)).filter((o) => !captured(o)),
    ).toEqual([]);
    expect(orders.filter(({ status }) => status === 'pending').filter(captured)).toEqual([]);
    const refunded = orders
      .filter(({ status }) => status === 'refunded')
      .flatMap((o) => paymentsByOrder.get(o.id) ?? []);
    expect(new Set(refunded.map(({ status }) => status))).toEqual(new Set(['refunded']));
  });

  it('have stock only for products that are there', () => {
    expect(stock.filter((row) => !skus.has(row.sku_code))).toEqual([]);
  });
});

describe('the same seed', () => {
  it('gives the same bytes, and another seed gives others', () => {
    expect(digestOf(generateDataSet().orders())).toBe(digestOf(orders));
    expect(digestOf(generateDataSet(1).users())).not.toBe(digestOf(users));
  });

  it('gives an entity from its index alone', () => {
    expect(new Generator(defaultSeed).order(17_123)).toEqual(orders[17_122]);
    expect(new Generator(defaultSeed).payments(20_000)).toEqual(paymentsByOrder.get('ord_20000'));
  });
});

describe('the users', () => {
  it('include some who never ordered, and one with several hundred orders', () => {
    expect(users.filter(({ id }) => !ordersByUser.has(id)).length).toBeGreaterThan(100);
    expect(Math.max(...[...ordersByUser.values()].map((list) => list.length))).toBeGreaterThan(300);
  });

  it.each([
    ['Arabic', /\p{Script=Arabic}/u],
    ['Hebrew', /\p{Script=Hebrew}/u],
    ['Chinese or Japanese', /\p{Script=Han}/u],
    ['kana', /\p{Script=Hiragana}/u],
    ['an emoji of several code points', /\u{200d}/u],
    ['combining characters', /\p{Mark}{2}/u],
    ['markup', /[<&"]/],
    ['more than 200 characters', /^.{200}/],
  ])('include a name with %s', (_, pattern) => {
    const ids = users.filter(({ name }) => pattern.test(name)).map(({ id }) => id);
    expect(ids.filter((id) => ordersByUser.has(id))).not.toEqual([]);
  });

  it('include some without an address', () => {
    expect(users.filter(({ addresses }) => addresses.length === 0).length).toBeGreaterThan(0);
  });
});

describe('the orders', () => {
  it('come in currencies with 0, 2 and 3 decimals', () => {
    expect(new Set(orders.map(({ currency }) => minorUnitDigits(currency)))).toEqual(new Set([0, 2, 3]));
  });

  it.each([
    ['with nothing to pay', (order: Order) => order.totals.total.amount === 0],
    ['of a product that no longer exists', (order: Order) => order.lines.some(({ sku }) => !skus.has(sku))],
    ['that nobody tried to pay', (order: Order) => order.status === 'pending' && !paymentsByOrder.has(order.id)],
    ['paid at the second attempt', (order: Order) => statusesOf(order).join() === 'failed,captured'],
    ['captured in two parts', (order: Order) => paymentsByOrder.get(order.id)?.[0]?.captures.length === 2],
    ['refunded in part', (order: Order) => statusesOf(order).includes('partially_refunded')],
  ])('include some %s', (_, isOne) => expect(orders.filter(isOne).length).toBeGreaterThan(20));
});

describe('the demo user', () => {
  it('has an order of each status and a payment of each', () => {
    expect(ofDemoUser.length).toBeGreaterThanOrEqual(12);
    expect(new Set(ofDemoUser.map(({ status }) => status))).toEqual(new Set(orderStatuses));
    const seen = new Set(ofDemoUser.flatMap(statusesOf));
    expect(paymentStatuses.filter((status) => status !== 'authorised' && !seen.has(status))).toEqual([]);
    expect(Math.max(...ofDemoUser.map(({ lines }) => lines.length))).toBe(40);
  });

  it('has a latest order to show: paid, several lines, all in stock and in the catalogue', () => {
    const latest = ofDemoUser.at(-1);
    expect(latest).toMatchObject({ id: demoOrderId, status: 'paid' });
    expect(latest?.lines.length).toBeGreaterThan(2);
    for (const { sku, quantity } of latest?.lines ?? []) {
      const rows = stock.filter((row) => row.sku_code === sku);
      expect(rows.reduce((sum, row) => sum + Number(row.qty_avail), 0)).toBeGreaterThanOrEqual(quantity);
      expect(products.find((product) => product.sku_code === sku)?.img_list).toHaveLength(5);
    }
  });
});

function statusesOf(order: Order) {
  return (paymentsByOrder.get(order.id) ?? []).map(({ status }) => status);
}
