import type { Money, Order, Payment } from '@bff/contracts';

/** What is wrong with an entity that its schema cannot say. */
export interface Incoherence {
  readonly field: string;
  readonly reason: string;
}

/** Sums that do not add up, mixed currencies and a history that does not lead to the status. Empty when all is well. */
export function incoherencesOfOrder(order: Order): Incoherence[] {
  const { items, shipping, tax, total } = order.totals;
  const lineSum = order.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.amount, 0);
  const prices = order.lines.map((line, place): [string, Money] => [`lines[${place}].unitPrice`, line.unitPrice]);
  return [
    ...[...prices, ...Object.entries(order.totals).map(([name, money]): [string, Money] => [`totals.${name}`, money])]
      .filter(([, money]) => money.currency !== order.currency)
      .map(([field]) => ({ field: `${field}.currency`, reason: `must be ${order.currency}, the order's currency` })),
    ...mustBe(items.amount, lineSum, 'totals.items.amount', 'quantity × unitPrice of all lines'),
    ...mustBe(
      total.amount,
      items.amount + shipping.amount + tax.amount,
      'totals.total.amount',
      'items + shipping + tax',
    ),
    ...(order.history.at(-1)?.status === order.status
      ? []
      : [{ field: 'history', reason: `must end with ${order.status}, the order's status` }]),
    ...ascending(order.history, 'history'),
  ];
}

/** Captures above the amount, refunds above the captures, and a status that they contradict. Empty when all is well. */
export function incoherencesOfPayment(payment: Payment): Incoherence[] {
  const captured = sumOf(payment.captures);
  const refunded = sumOf(payment.refunds);
  const { amount, currency } = payment.amount;
  const parts = [...payment.captures, ...payment.refunds];
  return [
    ...(parts.every((part) => part.amount.currency === currency)
      ? []
      : [{ field: 'amount.currency', reason: 'must be the currency of every capture and refund' }]),
    ...(captured > amount ? [{ field: 'captures', reason: `add up to ${captured}, which is above the amount` }] : []),
    ...(refunded > captured
      ? [{ field: 'refunds', reason: `add up to ${refunded}, which is above the captures` }]
      : []),
    ...contradictionOfStatus(payment, captured, refunded),
    ...((payment.failureReason !== undefined) === (payment.status === 'failed')
      ? []
      : [{ field: 'failureReason', reason: 'must be there when the status is failed, and only then' }]),
    ...ascending(payment.captures, 'captures'),
    ...ascending(payment.refunds, 'refunds'),
  ];
}

function contradictionOfStatus({ status }: Payment, captured: number, refunded: number): Incoherence[] {
  const fits = {
    authorised: captured === 0,
    failed: captured === 0,
    captured: captured > 0 && refunded === 0,
    partially_refunded: refunded > 0 && refunded < captured,
    refunded: refunded > 0 && refunded === captured,
  }[status];
  return fits
    ? []
    : [{ field: 'status', reason: `is ${status}, but ${captured} is captured and ${refunded} refunded` }];
}

const sumOf = (parts: readonly { amount: Money }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount.amount, 0);

const mustBe = (given: number, right: number, field: string, what: string): Incoherence[] =>
  given === right ? [] : [{ field, reason: `is ${given}, but ${what} is ${right}` }];

const ascending = (events: readonly { at: string }[], field: string): Incoherence[] =>
  events.every(({ at }, place) => Date.parse(events[place - 1]?.at ?? at) <= Date.parse(at))
    ? []
    : [{ field, reason: 'must be oldest first' }];
