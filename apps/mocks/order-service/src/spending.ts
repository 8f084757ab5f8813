import type { GetSpendingQuery, MonthlySpending, Spending } from '@bff/contracts';
import type { OrderStore } from './order-store.ts';

/** What a user ordered for, month by month in UTC. A cancelled order was never paid for, so it does not count. */
export function spendingOf(store: OrderStore, { userId, from, to }: GetSpendingQuery): Spending {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const counted = store.ofUser(userId).filter(({ status, placedAt }) => {
    const at = Date.parse(placedAt);
    return status !== 'cancelled' && at >= start && at < end;
  });
  const byMonth = Map.groupBy(counted, ({ placedAt, currency }) => `${placedAt.slice(0, 7)} ${currency}`);
  const months = [...byMonth].map(([key, orders]): MonthlySpending => {
    const [month = '', currency = ''] = key.split(' ');
    const amount = orders.reduce((sum, { totals }) => sum + totals.total.amount, 0);
    return { month, currency, amount, orders: orders.length };
  });
  const keyOf = ({ month, currency }: MonthlySpending) => month + currency;
  return { months: months.toSorted((a, b) => Number(keyOf(a) > keyOf(b)) - Number(keyOf(a) < keyOf(b))) };
}
