import { type Order, type Spending, problemSchema, spendingSchema } from '@bff/contracts';
import { type DataSet, generateDataSet } from '@bff/mock-kit';
import { type StartedService, startService } from './start-service.ts';

const dataSet: DataSet = generateDataSet();
let service: StartedService;
beforeAll(async () => {
  service = await startService({}, { dataSet });
});
afterAll(() => service.close());

async function spending(query: Readonly<Record<string, string>>): Promise<Spending> {
  const { status, body } = await service.get(`/orders/spending?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  const parsed = spendingSchema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}

const ever = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
const ordersOf = (userId: string): Order[] => dataSet.orders().filter((order) => order.userId === userId);
const sumOf = (orders: readonly Order[]) => orders.reduce((sum, { totals }) => sum + totals.total.amount, 0);

describe('GET /orders/spending', () => {
  it('adds up the orders of each month that were not cancelled', async () => {
    const { months } = await spending({ userId: 'usr_0001', ...ever });
    const counted = ordersOf('usr_0001').filter(({ status }) => status !== 'cancelled');
    expect(counted.length).toBeLessThan(ordersOf('usr_0001').length);
    for (const { month, currency, amount, orders } of months) {
      const ofMonth = counted.filter((order) => order.placedAt.startsWith(month) && order.currency === currency);
      expect({ amount, orders }).toEqual({ amount: sumOf(ofMonth), orders: ofMonth.length });
    }
    expect(months.reduce((sum, { orders }) => sum + orders, 0)).toBe(counted.length);
    expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
  });

  it('takes the start of the span in and leaves its end out', async () => {
    const [, second, third] = ordersOf('usr_0002').filter(({ status }) => status !== 'cancelled');
    const { months } = await spending({
      userId: 'usr_0002',
      from: second?.placedAt ?? '',
      to: third?.placedAt ?? '',
    });
    expect(months).toMatchObject([{ amount: second?.totals.total.amount, orders: 1 }]);
  });

  it('keeps currencies apart', async () => {
    const [order] = ordersOf('usr_0001');
    if (!order) throw new Error('usr_0001 has orders');
    const yen = { ...order, id: 'ord_yen', currency: 'JPY' };
    const mixed = await startService({}, { dataSet: { ...dataSet, orders: () => [order, yen] } });
    try {
      const { body } = await mixed.get(`/orders/spending?${new URLSearchParams({ userId: 'usr_0001', ...ever })}`);
      const month = order.placedAt.slice(0, 7);
      const amount = order.totals.total.amount;
      expect(body).toEqual({
        months: [
          { month, currency: 'EUR', amount, orders: 1 },
          { month, currency: 'JPY', amount, orders: 1 },
        ],
      });
    } finally {
      await mixed.close();
    }
  });

  it('is nothing for a user without orders, and for one that nobody knows', async () => {
    expect(await spending({ userId: 'usr_0027', ...ever })).toEqual({ months: [] });
    expect(await spending({ userId: 'usr_9999', ...ever })).toEqual({ months: [] });
  });

  it.each([
    ['userId=usr_0001', ['from', 'to']],
    ['userId=x&from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z', ['to', 'userId']],
    ['userId=usr_0001&from=2026-01&to=2026-02&limit=5', ['from', 'limit', 'to']],
  ])('answers 400 to %s with every field', async (query, fields) => {
    const { status, body } = await service.get(`/orders/spending?${query}`);
    expect(status).toBe(400);
    expect(
      problemSchema
        .parse(body)
        .errors?.map(({ field }) => field)
        .toSorted(),
    ).toEqual(fields);
  });

  it('can have a fault of its own, which the order by id has no part in', async () => {
    await fetch(`${service.adminUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'error', route: 'getSpending' }),
    });
    try {
      const query = new URLSearchParams({ userId: 'usr_0001', ...ever });
      expect((await service.get(`/orders/spending?${query}`)).status).toBe(503);
      expect((await service.get('/orders/ord_20000')).status).toBe(200);
    } finally {
      service.parts.faults.clearAll();
    }
  });
});
