import type { ListOrdersQuery, Order, OrderPage } from '@bff/contracts';
import { BadRequest } from '@bff/errors';
import { hasWords, searchTextOf, wordsOf } from '@bff/mock-kit';
import { type Position, readCursor, writeCursor } from './cursor.ts';
import { comparePositions, positionOf } from './order-sort.ts';
import type { OrderStore } from './order-store.ts';

/**
 * A page of a user's orders. It starts after a position rather than at a number, so that an order that is placed while
 * somebody turns pages neither repeats nor hides another one.
 */
export function listOrders(store: OrderStore, query: ListOrdersQuery): OrderPage {
  const after = query.cursor === undefined ? undefined : startOf(query.cursor, query);
  const words = wordsOf(query.q ?? '');
  const matching = store
    .ofUser(query.userId)
    .filter((order) => matches(order, query) && hasWords(textOf(order), words))
    .map((order) => ({ order, position: positionOf(order, query.sort) }))
    .toSorted((a, b) => comparePositions(a.position, b.position, query.sort));
  const rest = after ? matching.filter(({ position }) => comparePositions(position, after, query.sort) > 0) : matching;
  const page = rest.slice(0, query.limit);
  const last = page.at(-1);
  return {
    orders: page.map(({ order }) => order),
    nextCursor: last && rest.length > page.length ? writeCursor(last.position, query) : null,
    totalCount: matching.length,
    ...(query.cursors && { cursors: page.map(({ position }) => writeCursor(position, query)) }),
  };
}

function startOf(cursor: string, query: ListOrdersQuery): Position {
  const position = readCursor(cursor, query);
  if (position) return position;
  const reason = 'must be a cursor of this service, sent with the filter and sort that it was given for';
  throw new BadRequest([{ in: 'query', field: 'cursor', reason }]);
}

/** What somebody who looks for an order may remember of it. */
const textOf = ({ id, lines }: Order): string => searchTextOf([id, ...lines.map(({ name }) => name)].join('\n'));

function matches(order: Order, { status, from, to }: ListOrdersQuery): boolean {
  const placedAt = Date.parse(order.placedAt);
  return (
    (status === undefined || order.status === status) &&
    (from === undefined || placedAt >= Date.parse(from)) &&
    (to === undefined || placedAt < Date.parse(to))
  );
}
