import { view } from '@bff/aggregation';
import { currencySchema, moneySchema, monthSchema } from '@bff/contracts';
import type { MonthlySpending } from '@bff/downstream-clients';
import { z } from 'zod';
import { shownMonths } from './spending-months.ts';

const monthlySchema = z
  .object({ month: monthSchema, spent: moneySchema, orders: z.int() })
  .meta({ id: 'MonthlySpending' });

/**
 * What was ordered for in the last twelve months, by currency, which are never added up. Every month is there, also one
 * without an order, so that a chart has no gaps. Cancelled orders do not count; refunds are not taken off.
 */
export const spendingView = view(
  z.array(
    z
      .object({
        currency: currencySchema,
        total: moneySchema,
        orders: z.int(),
        months: z.array(monthlySchema).meta({ description: 'Twelve, oldest first; the last one is the present month' }),
      })
      .meta({ id: 'Spending' }),
  ),
  (spending: readonly MonthlySpending[], { nowMs }: { readonly nowMs: number }) =>
    [...Map.groupBy(spending, ({ spent }) => spent.currency)]
      .map(([currency, ofCurrency]) => inCurrency(currency, ofCurrency, shownMonths(nowMs)))
      .toSorted((a, b) => b.orders - a.orders),
);

function inCurrency(currency: string, spending: readonly MonthlySpending[], months: readonly string[]) {
  const byMonth = new Map(spending.map((entry) => [entry.month, entry]));
  const nothing = { spent: { amount: 0, currency }, orders: 0 };
  const rows = months.map((month) => {
    const { spent, orders } = byMonth.get(month) ?? nothing;
    return { month, spent, orders };
  });
  return {
    currency,
    total: { amount: rows.reduce((sum, { spent }) => sum + spent.amount, 0), currency },
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    months: rows,
  };
}
