import { type Order, instantSchema } from '@bff/contracts';
import { z } from 'zod';

const deliveryStates = ['awaiting_payment', 'preparing', 'in_transit', 'delivered', 'returned', 'cancelled'] as const;

/** Where the parcel is, as far as the order's own history tells. */
export const deliverySchema = z
  .object({
    state: z.enum(deliveryStates),
    since: instantSchema,
    shippedAt: instantSchema.optional().meta({ description: 'Absent before it was shipped' }),
    deliveredAt: instantSchema.optional().meta({ description: 'Absent before it arrived' }),
  })
  .meta({ id: 'Delivery' });

type Delivery = z.infer<typeof deliverySchema>;

const stateOf: Readonly<Record<Exclude<Order['status'], 'refunded'>, Delivery['state']>> = {
  pending: 'awaiting_payment',
  paid: 'preparing',
  shipped: 'in_transit',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

/** An order that was refunded came back if it ever left; otherwise it was called off. */
export function deliveryOf({ status, history, placedAt }: Order): Delivery {
  const timeOf = (wanted: Order['status']) => history.findLast((event) => event.status === wanted)?.at;
  const shippedAt = timeOf('shipped');
  const deliveredAt = timeOf('delivered');
  const left = shippedAt !== undefined || deliveredAt !== undefined;
  return {
    state: status === 'refunded' ? (left ? 'returned' : 'cancelled') : stateOf[status],
    since: history.at(-1)?.at ?? placedAt,
    ...(shippedAt !== undefined && { shippedAt }),
    ...(deliveredAt !== undefined && { deliveredAt }),
  };
}
