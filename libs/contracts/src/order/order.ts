import { z } from 'zod';
import { addressSchema } from '../address.ts';
import { orderIdSchema, skuSchema, userIdSchema } from '../ids.ts';
import { currencySchema, moneySchema } from '../money.ts';
import { instantSchema } from '../time.ts';

export const orderStatuses = ['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const;

export const orderStatusSchema = z.enum(orderStatuses).meta({ id: 'OrderStatus' });

/** A position of an order. It keeps the product's name as it was then: the SKU may have left the catalogue since. */
export const orderLineSchema = z
  .object({
    sku: skuSchema,
    name: z.string().min(1).meta({ description: 'Name of the product when it was ordered' }),
    quantity: z.int().min(1),
    unitPrice: moneySchema,
  })
  .meta({
    id: 'OrderLine',
    description: 'unitPrice is what was charged, after discounts; the catalogue price may differ today',
  });

/** items + shipping + tax = total, all in the order's currency; items is the sum of quantity × unitPrice. */
export const orderTotalsSchema = z
  .object({ items: moneySchema, shipping: moneySchema, tax: moneySchema, total: moneySchema })
  .meta({ id: 'OrderTotals' });

/** A status that the order took on. */
export const orderEventSchema = z
  .object({ status: orderStatusSchema, at: instantSchema, note: z.string().optional() })
  .meta({ id: 'OrderEvent' });

export const orderSchema = z
  .object({
    id: orderIdSchema,
    userId: userIdSchema,
    status: orderStatusSchema,
    placedAt: instantSchema,
    lines: z.array(orderLineSchema).min(1),
    totals: orderTotalsSchema,
    currency: currencySchema,
    shippingAddress: addressSchema,
    billingAddress: addressSchema,
    history: z.array(orderEventSchema).min(1).meta({ description: 'Oldest first; the last one is the present status' }),
  })
  .meta({ id: 'Order' });

export type OrderStatus = z.infer<typeof orderStatusSchema>;
export type OrderLine = z.infer<typeof orderLineSchema>;
export type OrderTotals = z.infer<typeof orderTotalsSchema>;
export type OrderEvent = z.infer<typeof orderEventSchema>;
export type Order = z.infer<typeof orderSchema>;
