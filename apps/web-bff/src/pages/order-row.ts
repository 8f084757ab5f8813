import { type Order, instantSchema, moneySchema, orderIdSchema, orderStatusSchema, skuSchema } from '@bff/contracts';
import { z } from 'zod';
import { deliveryOf, deliverySchema } from './delivery.ts';

/** An order as one row of a list. */
export const orderRowSchema = z
  .object({
    id: orderIdSchema,
    status: orderStatusSchema,
    placedAt: instantSchema,
    total: moneySchema,
    itemCount: z.int().meta({ description: 'Pieces, in all lines together' }),
    lines: z.array(z.object({ sku: skuSchema, name: z.string(), quantity: z.int() })),
    delivery: deliverySchema,
  })
  .meta({ id: 'OrderRow' });

export const orderRowOf = (order: Order): z.infer<typeof orderRowSchema> => ({
  id: order.id,
  status: order.status,
  placedAt: order.placedAt,
  total: order.totals.total,
  itemCount: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  lines: order.lines.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
  delivery: deliveryOf(order),
});
