import { view } from '@bff/aggregation';
import { type Payment, moneySchema, orderIdSchema, paymentStatusSchema } from '@bff/contracts';
import { z } from 'zod';

const summarySchema = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('none') }),
    z.object({
      status: paymentStatusSchema,
      amount: moneySchema,
      refunded: moneySchema.optional().meta({ description: 'Absent when nothing was given back' }),
    }),
  ])
  .meta({ id: 'PaymentSummary' });

/** How the payment of each order stands, by order id: what the newest attempt says, or `none` where nobody has paid. */
export const paymentSummariesView = view(
  z.record(orderIdSchema, summarySchema),
  (payments: ReadonlyMap<string, readonly Payment[]>) =>
    Object.fromEntries([...payments].map(([orderId, ofOrder]) => [orderId, summaryOf(ofOrder.at(-1))])),
);

function summaryOf(payment: Payment | undefined): z.infer<typeof summarySchema> {
  if (!payment) return { status: 'none' };
  const { status, amount, refunds } = payment;
  const refunded = refunds.reduce((sum, refund) => sum + refund.amount.amount, 0);
  return { status, amount, ...(refunds.length > 0 && { refunded: { amount: refunded, currency: amount.currency } }) };
}
