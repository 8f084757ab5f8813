import { z } from 'zod';
import { userIdSchema } from '../ids.ts';
import { currencySchema } from '../money.ts';
import { instantSchema, monthSchema } from '../time.ts';

export const getSpendingQuerySchema = z
  .strictObject({
    userId: userIdSchema,
    from: instantSchema.meta({ description: 'Placed at or after this time' }),
    to: instantSchema.meta({ description: 'Placed before this time' }),
  })
  // NaN for what is no time and has been refused already.
  .refine(({ from, to }) => !(Date.parse(from) >= Date.parse(to)), {
    path: ['to'],
    message: 'must be later than from',
  });

/** What was ordered for in one month and one currency. */
export const monthlySpendingSchema = z
  .object({
    month: monthSchema,
    currency: currencySchema,
    amount: z.int().min(0).meta({ description: 'Sum of the orders’ totals, in minor units of the currency' }),
    orders: z.int().min(1).meta({ description: 'How many orders that is' }),
  })
  .meta({ id: 'MonthlySpending' });

/** Cancelled orders do not count. Refunds are not taken off: only the payment service knows of them. */
export const spendingSchema = z
  .object({
    months: z
      .array(monthlySpendingSchema)
      .meta({ description: 'By month, then by currency; those without an order are left out' }),
  })
  .meta({ id: 'Spending' });

export type GetSpendingQuery = z.output<typeof getSpendingQuerySchema>;
export type MonthlySpending = z.infer<typeof monthlySpendingSchema>;
export type Spending = z.infer<typeof spendingSchema>;
