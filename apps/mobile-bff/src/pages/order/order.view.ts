import { view } from '@bff/aggregation';
import {
  type Order,
  type Payment,
  type User,
  instantSchema,
  moneySchema,
  orderIdSchema,
  orderStatusSchema,
  paymentMethodSchema,
  paymentStatusSchema,
  skuSchema,
  userTierSchema,
} from '@bff/contracts';
import type { StockLevel } from '@bff/downstream-clients';
import { z } from 'zod';

export const skusOf = (order: Order): string[] => [...new Set(order.lines.map((line) => line.sku))];

/** The order as a phone shows it. Lines carry the name as ordered, so they read well with the inventory down. */
export const orderView = view(
  z.object({
    id: orderIdSchema,
    status: orderStatusSchema,
    placedAt: instantSchema,
    total: moneySchema,
    lines: z.array(
      z.object({
        sku: skuSchema,
        name: z.string(),
        quantity: z.int(),
        unitPrice: z.int().meta({ description: 'In minor units of the currency of the total, as charged' }),
      }),
    ),
    shipTo: z.object({ recipient: z.string(), city: z.string(), country: z.string() }),
  }),
  ({ id, status, placedAt, totals, lines, shippingAddress: { recipient, city, country } }: Order) => ({
    id,
    status,
    placedAt,
    total: totals.total,
    lines: lines.map(({ sku, name, quantity, unitPrice: { amount } }) => ({ sku, name, quantity, unitPrice: amount })),
    shipTo: { recipient, city, country },
  }),
);

export const customerView = view(z.object({ name: z.string(), tier: userTierSchema }), ({ name, tier }: User) => ({
  name,
  tier,
}));

/**
 * The payment that counts: the newest one. An order that nobody has paid is `none`; it is an object too, because `null`
 * says that the payment service did not answer.
 */
export const paymentView = view(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('none') }),
    z.object({
      status: paymentStatusSchema,
      method: paymentMethodSchema.omit({ type: true }),
      amount: moneySchema,
      refunded: moneySchema.optional().meta({ description: 'Sum of the refunds; absent when there is none' }),
    }),
  ]),
  (payments: readonly Payment[]) => {
    const payment = payments.at(-1);
    if (!payment) return { status: 'none' as const };
    const {
      status,
      amount,
      refunds,
      method: { brand, last4 },
    } = payment;
    return { status, method: { brand, last4 }, amount, ...(refunds.length > 0 && { refunded: refundedOf(payment) }) };
  },
);

const refundedOf = ({ refunds, amount }: Payment) => ({
  amount: refunds.reduce((sum, refund) => sum + refund.amount.amount, 0),
  currency: amount.currency,
});

/** One entry for each product of the order. One that no warehouse keeps any more is told apart from one that is sold out. */
export const stockView = view(
  z.array(
    z.object({
      sku: skuSchema,
      available: z.int(),
      stocked: z.literal(false).optional().meta({ description: 'Only when no warehouse keeps it any more' }),
    }),
  ),
  (stock: ReadonlyMap<string, StockLevel>, { order }: { readonly order: Order }) =>
    skusOf(order).map((sku) => {
      const level = stock.get(sku);
      return level ? { sku, available: level.available } : { sku, available: 0, stocked: false as const };
    }),
);
