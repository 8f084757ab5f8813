import type { OrderEvent } from '@bff/contracts';
import type { OrderTraits, PaymentStory } from './order-traits.ts';
import type { Random } from './random.ts';
import { days, hours, instant } from './timeline.ts';

const minuteMs = 60_000;

/** How long after placing the order its money was there; undefined where it never was. */
function paidAfterMs(story: PaymentStory, free: boolean): number | undefined {
  if (free) return 0;
  if (story === 'none' || story === 'authorised' || story === 'declined') return undefined;
  return story === 'retried' ? 14 * minuteMs : 3 * minuteMs;
}

/** What happened to an order, oldest first, ending in its present status. */
export function historyOf(traits: OrderTraits, placedAtMs: number, random: Random): OrderEvent[] {
  const { status, payment, free = false } = traits;
  const events: OrderEvent[] = [{ status: 'pending', at: instant(placedAtMs) }];
  const paidAfter = paidAfterMs(payment, free);
  const paidAtMs = placedAtMs + (paidAfter ?? 0);
  if (paidAfter !== undefined) {
    events.push({ status: 'paid', at: instant(paidAtMs), ...(free && { note: 'Nothing to pay' }) });
  }
  if (status === 'cancelled') {
    const note = payment === 'declined' ? 'No payment was accepted' : 'Cancelled by the customer';
    return [...events, { status, at: instant(paidAtMs + hours(random.int(1, 20))), note }];
  }
  if (status === 'pending' || status === 'paid') return events;

  const shippedAtMs = paidAtMs + hours(random.int(2, 10));
  events.push({ status: 'shipped', at: instant(shippedAtMs) });
  if (status === 'shipped') return events;

  const deliveredAtMs = shippedAtMs + hours(random.int(18, 90));
  events.push({
    status: 'delivered',
    at: instant(deliveredAtMs),
    ...(random.chance(0.1) && { note: 'Left with a neighbour' }),
  });
  if (status === 'delivered') return events;

  const refundedAtMs = deliveredAtMs + days(random.int(1, 4));
  return [...events, { status: 'refunded', at: instant(refundedAtMs), note: 'All items came back' }];
}
