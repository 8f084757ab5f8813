import {
  type Order,
  addressSchema,
  currencySchema,
  instantSchema,
  moneySchema,
  orderEventSchema,
  orderIdSchema,
  orderLineSchema,
  orderStatusSchema,
  orderTotalsSchema,
} from '@bff/contracts';
import { z } from 'zod';
import { deliveryOf, deliverySchema } from './delivery.ts';

/** Everything that the order itself knows. Lines carry the name as ordered, so they read well with the inventory down. */
export const orderDetailsSchema = z
  .object({
    id: orderIdSchema,
    status: orderStatusSchema,
    placedAt: instantSchema,
    currency: currencySchema,
    lines: z.array(orderLineSchema.extend({ total: moneySchema }).meta({ id: 'PricedOrderLine' })),
    totals: orderTotalsSchema,
    shippingAddress: addressSchema,
    billingAddress: addressSchema,
    delivery: deliverySchema,
    history: z.array(orderEventSchema).meta({ description: 'Oldest first' }),
  })
  .meta({ id: 'OrderDetails' });

export const orderDetailsOf = (order: Order): z.infer<typeof orderDetailsSchema> => ({
  id: order.id,
  status: order.status,
  placedAt: order.placedAt,
  currency: order.currency,
  lines: order.lines.map((line) => ({
    ...line,
    total: { amount: line.quantity * line.unitPrice.amount, currency: line.unitPrice.currency },
  })),
  totals: order.totals,
  shippingAddress: order.shippingAddress,
  billingAddress: order.billingAddress,
  delivery: deliveryOf(order),
  history: order.history,
});
