import type { Money, Payment } from '@bff/contracts';
import type {
  OrderPaymentResolvers,
  PaymentEventType,
  PaymentMethodResolvers,
  PaymentStatus,
} from '../generated/resolver-types.ts';

/** Everything that was paid for an order, oldest first. How the order's payment stands, the newest one says. */
export type OrderPayments = readonly Payment[];

interface PaymentEvent {
  readonly type: PaymentEventType;
  readonly at: string;
  readonly amount: Money;
  readonly paymentId: string;
  readonly reason: string | null;
}

const statusOf: Readonly<Record<Payment['status'], PaymentStatus>> = {
  authorised: 'AUTHORISED',
  captured: 'CAPTURED',
  partially_refunded: 'PARTIALLY_REFUNDED',
  refunded: 'REFUNDED',
  failed: 'FAILED',
};

export const OrderPayment: OrderPaymentResolvers = {
  status: (payments) => {
    const newest = payments.at(-1);
    return newest ? statusOf[newest.status] : 'NONE';
  },
  method: (payments) => payments.at(-1)?.method ?? null,
  amount: (payments) => payments.at(-1)?.amount ?? null,
  captured: (payments) => sumOf(payments.at(-1), 'captures'),
  refunded: (payments) => sumOf(payments.at(-1), 'refunds'),
  events: (payments) => payments.flatMap(eventsOf).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
};

export const PaymentMethod: PaymentMethodResolvers = { kind: () => 'CARD' };

function sumOf(payment: Payment | undefined, part: 'captures' | 'refunds'): Money | null {
  if (!payment) return null;
  const amount = payment[part].reduce((sum, each) => sum + each.amount.amount, 0);
  return { amount, currency: payment.amount.currency };
}

function eventsOf({ id, status, amount, createdAt, captures, refunds, failureReason }: Payment): PaymentEvent[] {
  const event = (type: PaymentEventType, at: string, of: Money, reason: string | null = null): PaymentEvent => ({
    type,
    at,
    amount: of,
    paymentId: id,
    reason,
  });
  const attempt =
    status === 'failed'
      ? event('FAILED', createdAt, amount, failureReason ?? null)
      : event('AUTHORISED', createdAt, amount);
  return [
    attempt,
    ...captures.map((capture) => event('CAPTURED', capture.at, capture.amount)),
    ...refunds.map((refund) => event('REFUNDED', refund.at, refund.amount, refund.reason)),
  ];
}
