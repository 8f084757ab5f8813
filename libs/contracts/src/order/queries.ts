import { z } from 'zod';
import { orderIdSchema, userIdSchema } from '../ids.ts';
import { idsInQuery, integerInQuery } from '../query.ts';
import { instantSchema } from '../time.ts';
import { orderSchema, orderStatusSchema } from './order.ts';

/** A leading dash is descending. Orders that tie are told apart by id, so that a walk meets each of them once. */
export const orderSorts = ['-placedAt', 'placedAt', '-total', 'total'] as const;

export const orderSortSchema = z.enum(orderSorts).meta({
  description: '-placedAt (newest first) is the default. total compares minor units, whatever the currency',
});

export const listOrdersQuerySchema = z
  .strictObject({
    userId: userIdSchema,
    cursor: z.string().min(1).max(512).optional().meta({
      description:
        'nextCursor of the page before, or one of its cursors. Opaque, and bound to the filter and sort it was given for',
    }),
    cursors: z.literal('each').optional().meta({ description: 'Asks for a cursor of each order of the page' }),
    limit: integerInQuery({ min: 1, max: 100, default: 20 }),
    status: orderStatusSchema.optional(),
    q: z.string().min(1).max(100).optional().meta({
      description:
        'Words, all of which must occur in the order’s id or in the names of its lines; upper or lower case alike, in any script',
    }),
    from: instantSchema.optional().meta({ description: 'Placed at or after this time' }),
    to: instantSchema.optional().meta({ description: 'Placed before this time' }),
    sort: orderSortSchema.default('-placedAt'),
  })
  // NaN for what is left out, or is no time and has been refused already.
  .refine(({ from = '', to = '' }) => !(Date.parse(from) >= Date.parse(to)), {
    path: ['to'],
    message: 'must be later than from',
  });

export const orderPageSchema = z
  .object({
    orders: z.array(orderSchema),
    nextCursor: z.string().nullable().meta({ description: 'null on the last page' }),
    totalCount: z.int().min(0).meta({ description: 'Orders that match the filter, on all pages' }),
    cursors: z.array(z.string()).optional().meta({
      description:
        'As many as orders; cursors[i] asks for what comes after orders[i], just as nextCursor does. Only there when asked for',
    }),
  })
  .meta({ id: 'OrderPage' });

export const getOrdersByIdsQuerySchema = z.strictObject({ ids: idsInQuery(orderIdSchema) });

export const ordersSchema = z
  .object({
    orders: z.array(orderSchema).meta({ description: 'In the order they were asked for; unknown ids are left out' }),
  })
  .meta({ id: 'Orders' });

export type OrderSort = z.infer<typeof orderSortSchema>;
export type ListOrdersQuery = z.output<typeof listOrdersQuerySchema>;
export type OrderPage = z.infer<typeof orderPageSchema>;
