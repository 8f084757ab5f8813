import { keyedSectionsOver, pagesOver, singleSectionsOver, view } from '@bff/aggregation';
import { BadRequest, DownstreamError } from '@bff/errors';
import { z } from 'zod';
import type { ServiceName, Value } from './records.ts';

/** What loaders load from. */
export interface Sources {
  one(service: ServiceName, operation: string, id: string): Promise<Value>;
  many(service: ServiceName, operation: string, ids: readonly string[]): Promise<ReadonlyMap<string, Value>>;
}

export interface Context {
  readonly owner: string;
  readonly orderId: string;
  /** The request asks for something that no service takes: the page is refused. */
  readonly badCursor: boolean;
}

const page = pagesOver<Sources, Context>();
const single = singleSectionsOver<Sources, Context>();
const keyed = keyedSectionsOver<Sources, Context>();

const asItIs = view(z.custom<Value>(), (value: Value) => value);

/** A defect of ours: the view of one order in six throws. */
const flawed = view(z.custom<Value>(), (value: Value) => {
  if (value.id === 'o6') throw new TypeError('a bug in a view');
  return value;
});

/** Like the order page of the apps: kept and not, fresh and stale, one section that needs another. */
export const orderPage = page('order')
  .required('order', {
    load: (from, { orderId }) => from.one('order', 'getOrder', orderId),
    view: asItIs,
    keep: { key: ({ orderId }) => [orderId], staleIfError: '2s' },
  })
  .optional('customer', {
    load: (from, { owner }) => from.one('user', 'getUser', owner),
    view: asItIs,
    keep: { key: () => [], fresh: '0.3s', staleIfError: '5s' },
  })
  .optional('payment', { load: (from, { orderId }) => from.one('payment', 'getPayment', orderId), view: asItIs })
  .optional('stock', {
    needs: ['order'],
    load: (from, { order }) => from.one('inventory', 'getStock', order.id),
    view: flawed,
    keep: { key: ({ order }) => [order.id], fresh: '0.1s', staleIfError: '1s', audience: 'everyone' },
  });

/** A page on which nothing is required. */
export const homePage = page('home')
  .optional('orders', {
    load: async (from, { owner, badCursor }) => {
      if (badCursor) throw new BadRequest([{ in: 'query', field: 'cursor', reason: 'is not one of ours' }]);
      return from.one('order', 'listOrders', owner);
    },
    view: asItIs,
  })
  .optional('profile', {
    load: (from, { owner }) => from.one('user', 'getUser', owner),
    view: asItIs,
    keep: { key: () => [], fresh: '0.5s' },
  })
  .optional('payments', {
    needs: ['orders'],
    load: (from, { owner }) => from.one('payment', 'listPayments', owner),
    view: asItIs,
  });

/** Sections that are asked for one at a time, as GraphQL resolvers do. */
export const profileSection = single('profile', {
  load: (from, _input: object, { owner }) => from.one('user', 'getUser', owner),
  keep: { key: () => [], fresh: '0.2s', staleIfError: '3s' },
});

export const searchSection = single('search', {
  load: (from, { text }: { readonly text: string }) => from.one('inventory', 'search', text),
});

export const productSection = keyed('product', {
  load: (from, ids) => from.many('inventory', 'listProducts', ids),
  absent: () => new DownstreamError('NOT_FOUND', { service: 'inventory', operation: 'listProducts' }),
  keep: { fresh: '0.2s', staleIfError: '2s', audience: 'everyone' },
});

export const paymentSection = keyed('paymentOf', {
  load: (from, ids) => from.many('payment', 'listPayments', ids),
});

/** What may be kept of each section, written down a second time: the simulator must not believe what it tests. */
export const keepsOf: Readonly<
  Record<string, { readonly freshMs: number; readonly staleMs: number; readonly audience: 'caller' | 'everyone' }>
> = {
  'order.order': { freshMs: 0, staleMs: 2000, audience: 'caller' },
  'order.customer': { freshMs: 300, staleMs: 5000, audience: 'caller' },
  'order.stock': { freshMs: 100, staleMs: 1000, audience: 'everyone' },
  'home.profile': { freshMs: 500, staleMs: 0, audience: 'caller' },
  'demand.profile': { freshMs: 200, staleMs: 3000, audience: 'caller' },
  'demand.product': { freshMs: 200, staleMs: 2000, audience: 'everyone' },
};
