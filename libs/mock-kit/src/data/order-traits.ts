import type { OrderStatus } from '@bff/contracts';
import { type OneOrMore, type Random } from './random.ts';
import { days } from './timeline.ts';

/** How an order was paid, or was not. */
export type PaymentStory =
  | 'none'
  | 'authorised'
  | 'declined'
  | 'captured'
  /** Declined once, captured at the second attempt. */
  | 'retried'
  /** Captured in two parts. */
  | 'split'
  | 'partly-refunded'
  | 'refunded';

/** What happened to an order, chosen before its details are. Order and payments are both made from it, so they agree. */
export interface OrderTraits {
  readonly status: OrderStatus;
  readonly payment: PaymentStory;
  readonly lineCount: number;
  /** Product indexes of its lines, where they matter. */
  readonly products?: readonly number[];
  /** Its first line names a product that the inventory no longer knows. */
  readonly discontinued?: boolean;
  /** Discounted to zero, shipping and all, so that there is nothing to pay. */
  readonly free?: boolean;
}

/** Draws the traits of an order of this age. */
export function drawTraits(ageMs: number, random: Random): OrderTraits {
  const lineCount = random.pick([1, 1, 1, 2, 2, 3, 4, 6]);
  const status = random.pick(statusesByAge(ageMs));
  if (status !== 'pending' && status !== 'cancelled' && random.chance(0.008)) {
    return { status: status === 'refunded' ? 'delivered' : status, payment: 'none', lineCount, free: true };
  }
  const discontinued = ageMs > days(90) && random.chance(0.03);
  return { status, payment: random.pick(storiesOf[status]), lineCount, discontinued };
}

function statusesByAge(ageMs: number): OneOrMore<OrderStatus> {
  if (ageMs < days(1)) return ['pending', 'pending', 'paid', 'paid', 'paid', 'paid', 'cancelled'];
  if (ageMs < days(4)) return [...shares('paid', 5), ...shares('shipped', 5), 'pending', 'cancelled'];
  if (ageMs < days(9)) return [...shares('shipped', 5), ...shares('delivered', 5), 'cancelled'];
  return old;
}

function shares(status: OrderStatus, count: number): OneOrMore<OrderStatus> {
  return [status, ...Array<OrderStatus>(count - 1).fill(status)];
}

const old: OneOrMore<OrderStatus> = [
  ...shares('delivered', 180),
  ...shares('cancelled', 10),
  ...shares('refunded', 9),
  'pending',
];

const storiesOf: Readonly<Record<OrderStatus, OneOrMore<PaymentStory>>> = {
  pending: ['none', 'none', 'declined', 'authorised'],
  paid: ['captured', 'captured', 'captured', 'captured', 'captured', 'captured', 'retried'],
  shipped: ['captured', 'captured', 'captured', 'captured', 'split', 'retried'],
  delivered: [
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'captured',
    'split',
    'retried',
    'partly-refunded',
  ],
  cancelled: ['none', 'declined', 'declined', 'refunded'],
  refunded: ['refunded'],
};
