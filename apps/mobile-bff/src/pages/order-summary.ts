import { type Order, instantSchema, moneySchema, orderIdSchema, orderStatusSchema } from '@bff/contracts';
import { z } from 'zod';

/** An order as one row of a list. */
export const orderSummarySchema = z.object({
  id: orderIdSchema,
  status: orderStatusSchema,
  placedAt: instantSchema,
  total: moneySchema,
});

export const orderSummary = ({ id, status, placedAt, totals }: Order): z.infer<typeof orderSummarySchema> => ({
  id,
  status,
  placedAt,
  total: totals.total,
});
