import { spendingView } from './spending.view.ts';
import { shownMonths, shownSpan } from './spending-months.ts';

const nowMs = Date.parse('2026-11-21T04:00:00Z');
const entry = (month: string, amount: number, currency: string, orders = 1) => ({
  month,
  spent: { amount, currency },
  orders,
});

describe('the months', () => {
  it.each([
    ['2026-11-21T04:00:00Z', '2025-12', '2026-11', '2025-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00Z', '2025-02', '2026-01', '2025-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
    ['2024-03-31T23:59:59Z', '2023-04', '2024-03', '2023-04-01T00:00:00.000Z', '2024-04-01T00:00:00.000Z'],
    ['2026-12-31T23:59:59Z', '2026-01', '2026-12', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('at %s are %s to %s', (now, first, last, from, to) => {
    const months = shownMonths(Date.parse(now));
    expect([months.length, months[0], months.at(-1)]).toEqual([12, first, last]);
    expect(shownSpan(Date.parse(now))).toEqual({ from, to });
  });
});

describe('the spending', () => {
  it('is told by currency, the one used most first, with every month', () => {
    const spending = [entry('2026-09', 500, 'JPY'), entry('2026-09', 1290, 'EUR', 2), entry('2026-11', 10, 'EUR')];
    const shown = spendingView.map(spending, { nowMs });
    expect(shown).toMatchObject([
      { currency: 'EUR', total: { amount: 1300, currency: 'EUR' }, orders: 3 },
      { currency: 'JPY', total: { amount: 500, currency: 'JPY' }, orders: 1 },
    ]);
    expect(shown[0]?.months.map(({ month, spent, orders }) => [month, spent.amount, orders])).toEqual(
      shownMonths(nowMs).map((month) => [
        month,
        { '2026-09': 1290, '2026-11': 10 }[month] ?? 0,
        { '2026-09': 2, '2026-11': 1 }[month] ?? 0,
      ]),
    );
    expect(spendingView.schema.parse(shown)).toEqual(shown);
  });

  it('is an empty list when there is none', () => {
    expect(spendingView.map([], { nowMs })).toEqual([]);
  });
});
