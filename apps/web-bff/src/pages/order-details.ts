import {
  type Order,
  addressSchema,
  currencySchema,
  instantSchema,
  moneySchema,
  orderEventSchema,
  orderIdSchema,
  orderStatusSchema,
  orderTotalsSchema,
  skuSchema,
} from '@bff/contracts';
import { z } from 'zod';
import { deliveryOf, deliverySchema } from './delivery.ts';

const lineSchema = z
  .object({ sku: skuSchema, name: z.string(), quantity: z.int(), unitPrice: moneySchema, total: moneySchema })
  .meta({ id: 'OrderLine', description: 'As it was ordered: name and price may be others today' });

/** Everything that the order itself knows. Lines carry the name as ordered, so they read well with the inventory down. */
export const orderDetailsSchema = z
  .object({
    id: orderIdSchema,
    status: orderStatusSchema,
    placedAt: instantSchema,
    currency: currencySchema,
    lines: z.array(lineSchema),
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
  lines: order.lines.map(({ sku, name, quantity, unitPrice }) => ({
    sku,
    name,
    quantity,
    unitPrice,
    total: { amount: quantity * unitPrice.amount, currency: unitPrice.currency },
  })),
  totals: order.totals,
  shippingAddress: order.shippingAddress,
  billingAddress: order.billingAddress,
  delivery: deliveryOf(order),
  history: order.history,
});
