import type { Order, OrderSort } from '@bff/contracts';
import type { Position } from './cursor.ts';

export const positionOf = (order: Order, sort: OrderSort): Position => ({
  key: sort === 'total' || sort === '-total' ? order.totals.total.amount : Date.parse(order.placedAt),
  id: order.id,
});

/** Below 0 when `a` comes first. By id where the keys tie, so that no two orders share a position. */
export function comparePositions(a: Position, b: Position, sort: OrderSort): number {
  const ascending = a.key - b.key || Number(a.id > b.id) - Number(a.id < b.id);
  return sort.startsWith('-') ? -ascending : ascending;
}
