import { openApiOf, type Payment, paymentContract, paymentsSchema, problemSchema } from '@bff/contracts';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

async function payments(query: string): Promise<Payment[]> {
  const { status, mediaType, body } = await service.get(`/payments?${query}`);
  expect([status, mediaType]).toEqual([200, 'application/json']);
  const parsed = paymentsSchema.parse(body);
  expect(parsed).toEqual(body);
  return parsed.payments;
}

describe('GET /payments?orderId=', () => {
  it('answers with the payment of an order', async () => {
    await expect(payments('orderId=ord_20000')).resolves.toMatchObject([{ orderId: 'ord_20000', status: 'captured' }]);
  });

  it('answers with a declined payment before the one that worked', async () => {
    const found = await payments('orderId=ord_15250');
    expect(found.map(({ status }) => status)).toEqual(['failed', 'captured']);
    expect(found[0]?.failureReason).toBeDefined();
  });

  it.each([
    ['partially_refunded', 'ord_19411'],
    ['refunded', 'ord_19008'],
  ])('answers with a %s one and what went back', async (status, orderId) => {
    const [payment] = await payments(`orderId=${orderId}`);
    expect(payment?.status).toBe(status);
    expect(payment?.refunds.length).toBeGreaterThan(0);
  });

  it('answers with none for an order that nobody paid, and for one that it does not know', async () => {
    await expect(payments('orderId=ord_19964')).resolves.toEqual([]);
    await expect(payments('orderId=ord_99999')).resolves.toEqual([]);
  });
});

describe('GET /payments?orderIds=', () => {
  it('answers by order as asked, each order once', async () => {
    const found = await payments('orderIds=ord_20000,ord_99999,ord_15250,ord_20000');
    expect(found.map(({ orderId }) => orderId)).toEqual(['ord_20000', 'ord_15250', 'ord_15250']);
  });

  it('finds for each order of a hundred what it finds alone', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `ord_${String(19_901 + i)}`);
    const together = await payments(`orderIds=${ids.join()}`);
    const alone = await payments(`orderId=${ids[2]}`);
    expect(together.length).toBeGreaterThan(50);
    expect(together.filter(({ orderId }) => orderId === ids[2])).toEqual(alone);
  });
});

describe('a bad query', () => {
  it.each([
    ['', ['query orderId']],
    ['?orderId=20000', ['query orderId']],
    ['?orderId=ord_1&status=failed', ['query status']],
    ['?orderIds=ord_1,2', ['query orderIds']],
    ['?orderIds=ord_1&orderId=ord_1', ['query orderId']],
  ])('/payments%s is answered 400 with the field', async (query, fields) => {
    const { status, mediaType, body } = await service.get(`/payments${query}`);
    expect([status, mediaType]).toEqual([400, 'application/problem+json']);
    expect(problemSchema.parse(body).errors?.map((error) => `${error.in} ${error.field}`)).toEqual(fields);
  });
});

it('more than a hundred orders at once are refused', async () => {
  const ids = Array.from({ length: 101 }, (_, i) => `ord_${i}`);
  const { status, body } = await service.get(`/payments?orderIds=${ids.join()}`);
  expect(status).toBe(400);
  expect(problemSchema.parse(body).errors?.[0]?.reason).toMatch(/^must hold at most 100 ids/);
});

describe('the payment service', () => {
  it('serves its OpenAPI document', async () => {
    const { body } = await service.get('/openapi.json');
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiOf(paymentContract))));
  });

  it('has the same payments in two instances', async () => {
    const other = await startService();
    try {
      const path = '/payments?orderIds=ord_00001,ord_15250,ord_20000';
      expect((await other.get(path)).body).toEqual((await service.get(path)).body);
    } finally {
      await other.close();
    }
  });
});
