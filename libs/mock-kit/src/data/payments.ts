import type { Capture, Money, Order, OrderStatus, Payment, PaymentMethod, Refund } from '@bff/contracts';
import { orderIndexOf, paymentIdAt } from './entity-ids.ts';
import type { OrderTraits } from './order-traits.ts';
import { type OneOrMore, type Random, randomOf } from './random.ts';
import { days, instant } from './timeline.ts';

const brands: OneOrMore<string> = ['visa', 'visa', 'mastercard', 'mastercard', 'amex', 'jcb'];
const failureReasons: OneOrMore<string> = ['card_declined', 'insufficient_funds', 'expired_card', 'processing_error'];
const refundReasons: OneOrMore<string> = [
  'returned',
  'damaged in transit',
  'arrived late',
  'cancelled before shipping',
];

const secondMs = 1000;

/** The payments of an order, oldest first: none, one, or a declined one and another attempt. */
export function paymentsOf(seed: number, order: Order, traits: OrderTraits): Payment[] {
  const story = traits.payment;
  if (story === 'none') return [];
  const random = randomOf(seed, 'payment', orderIndexOf(order.id));
  const attempt = (number: number, delayMs: number, method: PaymentMethod): Payment => ({
    id: paymentIdAt(orderIndexOf(order.id), number),
    orderId: order.id,
    userId: order.userId,
    status: 'authorised',
    method,
    amount: order.totals.total,
    captures: [],
    refunds: [],
    createdAt: instant(Date.parse(order.placedAt) + delayMs),
  });

  const first = attempt(1, 40 * secondMs, drawMethod(random));
  if (story === 'authorised') return [first];
  if (story === 'declined') return [declined(first, random)];
  if (story === 'retried') {
    const second = attempt(2, 13 * 60 * secondMs, random.chance(0.5) ? first.method : drawMethod(random));
    return [declined(first, random), { ...second, status: 'captured', captures: capturesOf(order, false) }];
  }
  const captures = capturesOf(order, story === 'split');
  if (story === 'partly-refunded') {
    return [{ ...first, status: 'partially_refunded', captures, refunds: [partialRefund(order, random)] }];
  }
  if (story === 'refunded') return [{ ...first, status: 'refunded', captures, refunds: fullRefunds(order, random) }];
  return [{ ...first, status: 'captured', captures }];
}

const drawMethod = (random: Random): PaymentMethod => ({
  type: 'card',
  brand: random.pick(brands),
  last4: String(random.int(0, 9999)).padStart(4, '0'),
});

const declined = (payment: Payment, random: Random): Payment => ({
  ...payment,
  status: 'failed',
  failureReason: random.pick(failureReasons),
});

/** When the order took on a status, or when it was placed if it never did. */
const timeOf = (order: Order, status: OrderStatus): string =>
  order.history.find((event) => event.status === status)?.at ?? order.placedAt;

/** All at once when it was paid; of a split one the rest when it was shipped. */
function capturesOf(order: Order, split: boolean): Capture[] {
  const { total } = order.totals;
  if (!split) return [{ amount: total, at: timeOf(order, 'paid') }];
  const [now, later] = halves(total);
  return [
    { amount: now, at: timeOf(order, 'paid') },
    { amount: later, at: timeOf(order, 'shipped') },
  ];
}

function partialRefund(order: Order, random: Random): Refund {
  const [, half] = halves(order.totals.total);
  const atMs = Date.parse(timeOf(order, 'delivered')) + days(random.int(1, 10));
  return { amount: half, at: instant(atMs), reason: random.pick(refundReasons) };
}

/** One refund of everything or, now and then, two at the same time for two parcels. */
function fullRefunds(order: Order, random: Random): Refund[] {
  const at = timeOf(order, order.status === 'cancelled' ? 'cancelled' : 'refunded');
  const reason = order.status === 'cancelled' ? 'cancelled before shipping' : random.pick(refundReasons);
  const parts = random.chance(0.2) ? halves(order.totals.total) : [order.totals.total];
  return parts.map((amount) => ({ amount, at, reason }));
}

/** Two parts that add up to the whole, the first one the larger by at most one minor unit. */
function halves({ amount, currency }: Money): [Money, Money] {
  const smaller = Math.floor(amount / 2);
  return [
    { amount: amount - smaller, currency },
    { amount: smaller, currency },
  ];
}
