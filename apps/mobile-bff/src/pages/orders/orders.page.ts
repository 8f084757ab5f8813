import { integerInQuery } from '@bff/contracts';
import { z } from 'zod';
import { page } from '../page.ts';
import { keepProducts, leadSkusOf, thumbnailsView } from '../thumbnails.view.ts';
import { ordersView } from './orders.view.ts';

/** The caller's orders, newest first: two calls, whatever the page size. */
export const ordersPage = page('orders', {
  query: {
    cursor: z.string().min(1).max(512).optional(),
    limit: integerInQuery({ min: 1, max: 50, default: 20 }),
  },
})
  .required('orders', {
    load: ({ orders }, { caller, cursor, limit }) => orders.ofUser(caller.userId, { cursor, limit }),
    view: ordersView,
    keep: { key: ({ cursor, limit }) => [cursor ?? '', String(limit)], staleIfError: '5m' },
  })
  .optional('thumbnails', {
    needs: ['orders'],
    load: ({ inventory }, { orders }) => inventory.products(leadSkusOf(orders.orders)),
    view: thumbnailsView,
    keep: keepProducts,
  });
