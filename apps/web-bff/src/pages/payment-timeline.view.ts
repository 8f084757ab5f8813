import { view } from '@bff/aggregation';
import {
  type Money,
  type Payment,
  instantSchema,
  moneySchema,
  paymentIdSchema,
  paymentMethodSchema,
  paymentStatusSchema,
} from '@bff/contracts';
import { z } from 'zod';

const eventSchema = z
  .object({
    type: z.enum(['authorised', 'failed', 'captured', 'refunded']),
    at: instantSchema,
    amount: moneySchema,
    paymentId: paymentIdSchema,
    reason: z.string().optional().meta({ description: 'Why it failed, or why money was given back' }),
  })
  .meta({ id: 'PaymentEvent' });

type PaymentEvent = z.infer<typeof eventSchema>;

/**
 * How the payment stands, which is what the newest attempt says, and everything that led there. An order that nobody has
 * paid is `none`; it is an object too, because `null` says that the payment service did not answer.
 */
export const paymentTimelineView = view(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('none') }),
    z.object({
      status: paymentStatusSchema,
      method: paymentMethodSchema,
      amount: moneySchema,
      captured: moneySchema,
      refunded: moneySchema,
      events: z.array(eventSchema).meta({ description: 'Of every attempt, oldest first' }),
    }),
  ]),
  (payments: readonly Payment[]) => {
    const newest = payments.at(-1);
    if (!newest) return { status: 'none' as const };
    const { status, method, amount } = newest;
    return {
      status,
      method,
      amount,
      captured: sumOf(newest.captures, amount.currency),
      refunded: sumOf(newest.refunds, amount.currency),
      events: payments.flatMap(eventsOf).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    };
  },
);

function eventsOf(payment: Payment): PaymentEvent[] {
  const { id: paymentId, status, amount, createdAt: at, captures, refunds, failureReason } = payment;
  const attempt: PaymentEvent =
    status === 'failed'
      ? { type: 'failed', at, amount, paymentId, ...(failureReason !== undefined && { reason: failureReason }) }
      : { type: 'authorised', at, amount, paymentId };
  return [
    attempt,
    ...captures.map((capture): PaymentEvent => ({ type: 'captured', ...capture, paymentId })),
    ...refunds.map((refund): PaymentEvent => ({ type: 'refunded', ...refund, paymentId })),
  ];
}

const sumOf = (parts: readonly { readonly amount: Money }[], currency: string): Money => ({
  amount: parts.reduce((sum, part) => sum + part.amount.amount, 0),
  currency,
});
