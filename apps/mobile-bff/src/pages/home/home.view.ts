import { view } from '@bff/aggregation';
import { type Order, type OrderPage, type Payment, type User, orderIdSchema, userTierSchema } from '@bff/contracts';
import { z } from 'zod';
import { orderSummary, orderSummarySchema } from '../order-summary.ts';
import { greetingFor } from './greeting.ts';
import { needsPaymentAttention } from './payment-attention.ts';

export const profileView = view(
  z.object({ greeting: z.string(), tier: userTierSchema }),
  ({ name, tier, preferences }: User) => ({ greeting: greetingFor(name, preferences.language), tier }),
);

/** The newest orders. All of the others are at `/v1/orders`. */
export const ordersView = view(z.array(orderSummarySchema), ({ orders }: OrderPage) => orders.map(orderSummary));

/** Whether the customer has to do something about the payment, for each order shown, by order id. */
export const paymentAttentionView = view(
  z.record(orderIdSchema, z.boolean()),
  (
    payments: ReadonlyMap<string, readonly Payment[]>,
    { orders }: { readonly orders: { readonly orders: readonly Order[] } },
  ) =>
    Object.fromEntries(
      orders.orders.map((order) => [order.id, needsPaymentAttention(order, payments.get(order.id) ?? [])]),
    ),
);
