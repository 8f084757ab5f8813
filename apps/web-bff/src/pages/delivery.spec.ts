import type { OrderEvent } from '@bff/contracts';
import { anOrder } from '@bff/testing';
import { deliveryOf, deliverySchema } from './delivery.ts';

const pending: OrderEvent = { status: 'pending', at: '2026-10-01T00:00:00Z' };
const paid: OrderEvent = { status: 'paid', at: '2026-10-01T01:00:00Z' };
const shipped: OrderEvent = { status: 'shipped', at: '2026-10-02T00:00:00Z' };
const delivered: OrderEvent = { status: 'delivered', at: '2026-10-03T00:00:00Z' };
const cancelled: OrderEvent = { status: 'cancelled', at: '2026-10-04T00:00:00Z' };
const refunded: OrderEvent = { status: 'refunded', at: '2026-10-05T00:00:00Z' };

it.each([
  ['awaiting_payment', [pending], {}],
  ['preparing', [pending, paid], {}],
  ['in_transit', [pending, paid, shipped], { shippedAt: shipped.at }],
  ['delivered', [pending, paid, shipped, delivered], { shippedAt: shipped.at, deliveredAt: delivered.at }],
  ['cancelled', [pending, cancelled], {}],
  ['returned', [paid, shipped, delivered, refunded], { shippedAt: shipped.at, deliveredAt: delivered.at }],
  ['returned', [paid, shipped, refunded], { shippedAt: shipped.at }],
  ['cancelled', [pending, paid, refunded], {}],
])('is %s after what happened', (state, history, times) => {
  const present = history.at(-1) ?? pending;
  const delivery = deliveryOf(anOrder({ status: present.status, history }));
  expect(delivery).toEqual({ state, since: present.at, ...times });
  expect(deliverySchema.parse(delivery)).toEqual(delivery);
});
