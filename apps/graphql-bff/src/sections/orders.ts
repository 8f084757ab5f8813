import { DownstreamError } from '@bff/errors';
import { orderKept } from './freshness.ts';
import { keyedSection } from './section.ts';

/**
 * Orders by id. Another customer's order is answered as one that does not exist, so that ids cannot be probed.
 */
export const orders = keyedSection('order', {
  load: async ({ orders: service }, ids, { caller }) => {
    const found = await service.byIds(ids);
    return new Map([...found].filter(([, { userId }]) => userId === caller.userId));
  },
  absent: () =>
    new DownstreamError('NOT_FOUND', {
      service: 'order',
      operation: 'getOrdersByIds',
      detail: 'no such order, or not the caller’s',
    }),
  keep: orderKept,
});
