import { z } from 'zod';
import { orderIdSchema, paymentIdSchema, userIdSchema } from '../ids.ts';
import { moneySchema } from '../money.ts';
import { idsInQuery } from '../query.ts';
import { instantSchema } from '../time.ts';

export const paymentStatuses = ['authorised', 'captured', 'failed', 'partially_refunded', 'refunded'] as const;

export const paymentStatusSchema = z.enum(paymentStatuses).meta({ id: 'PaymentStatus' });

/** A card, never its number: brand and last four digits are all that leaves the payment service. */
export const paymentMethodSchema = z
  .object({
    type: z.literal('card'),
    brand: z
      .string()
      .min(1)
      .meta({ examples: ['visa', 'mastercard'] }),
    last4: z.string().regex(/^\d{4}$/),
  })
  .meta({ id: 'PaymentMethod' });

export const captureSchema = z.object({ amount: moneySchema, at: instantSchema }).meta({ id: 'Capture' });

export const refundSchema = z
  .object({ amount: moneySchema, at: instantSchema, reason: z.string().min(1) })
  .meta({ id: 'Refund' });

/** One attempt to pay an order. An order may have several (a failed one, then one that worked), or none. */
export const paymentSchema = z
  .object({
    id: paymentIdSchema,
    orderId: orderIdSchema,
    userId: userIdSchema,
    status: paymentStatusSchema,
    method: paymentMethodSchema,
    amount: moneySchema,
    captures: z.array(captureSchema),
    refunds: z.array(refundSchema),
    createdAt: instantSchema,
    failureReason: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'Only on a failed payment', examples: ['card_declined', 'insufficient_funds'] }),
  })
  .meta({ id: 'Payment', description: "amount is the order's total" });

export const getPaymentsQuerySchema = z.strictObject({ orderId: orderIdSchema });

export const getPaymentsByOrdersQuerySchema = z.strictObject({ orderIds: idsInQuery(orderIdSchema) });

export const paymentsSchema = z
  .object({
    payments: z
      .array(paymentSchema)
      .meta({ description: 'By order as asked, then oldest first; empty when there is no payment or no such order' }),
  })
  .meta({ id: 'Payments' });

export type PaymentStatus = z.infer<typeof paymentStatusSchema>;
export type PaymentMethod = z.infer<typeof paymentMethodSchema>;
export type Capture = z.infer<typeof captureSchema>;
export type Refund = z.infer<typeof refundSchema>;
export type Payment = z.infer<typeof paymentSchema>;
