import { openApiOf, orderContract, orderSchema, ordersSchema, problemSchema } from '@bff/contracts';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** The fields that a problem names, `query ids[1]`. */
const refusedFields = (body: unknown) => problemSchema.parse(body).errors?.map((error) => `${error.in} ${error.field}`);

describe('GET /orders/{orderId}', () => {
  it('answers with the order, as the contract has it and nothing more', async () => {
    const { status, mediaType, body } = await service.get('/orders/ord_20000');
    expect([status, mediaType]).toEqual([200, 'application/json']);
    expect(orderSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ id: 'ord_20000', userId: 'usr_0001' });
  });

  it('answers 404 as a problem for an order that there is not', async () => {
    const { status, mediaType, body } = await service.get('/orders/ord_99999');
    expect([status, mediaType]).toEqual([404, 'application/problem+json']);
    expect(problemSchema.parse(body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each(['/orders/20000', '/orders/ord_', '/orders/ord_%2e%2e', `/orders/ord_${'1'.repeat(33)}`])(
    'answers 400 to %s',
    async (path) => {
      const { status, body } = await service.get(path);
      expect(status).toBe(400);
      expect(refusedFields(body)).toEqual(['path orderId']);
    },
  );

  it('refuses query fields', async () => {
    const { status, body } = await service.get('/orders/ord_20000?expand=lines');
    expect(status).toBe(400);
    expect(refusedFields(body)).toEqual(['query expand']);
  });
});

describe('GET /orders?ids=', () => {
  it('answers in the order asked for, each once, without those that there are not', async () => {
    const { status, body } = await service.get('/orders?ids=ord_00007,ord_99999,ord_20000,ord_00001,ord_00007');
    expect(status).toBe(200);
    const { orders } = ordersSchema.parse(body);
    expect(orders.map(({ id }) => id)).toEqual(['ord_00007', 'ord_20000', 'ord_00001']);
    expect({ orders }).toEqual(body);
  });

  it('takes a hundred ids of the longest kind', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `ord_${String(i).padStart(32, 'x')}`);
    await expect(service.get(`/orders?ids=${ids.join()}`)).resolves.toMatchObject({
      status: 200,
      body: { orders: [] },
    });
  });

  it.each([
    ['no id', 'ids=', ['query ids']],
    ['ids that are none', 'ids=ord_1,usr_1,ord_2,7', ['query ids']],
    ['101 ids', `ids=${Array.from({ length: 101 }, (_, i) => `ord_${i}`).join()}`, ['query ids']],
    ['two lists', 'ids=ord_1&ids=ord_2', ['query ids']],
    ['ids and a filter', 'ids=ord_1&userId=usr_0001&limit=5', ['query limit', 'query userId']],
  ])('answers 400 to %s', async (_, query, fields) => {
    const { status, body } = await service.get(`/orders?${query}`);
    expect(status).toBe(400);
    expect(refusedFields(body)?.toSorted()).toEqual(fields);
  });
});

describe('the order service', () => {
  it('serves its OpenAPI document', async () => {
    const { status, body } = await service.get('/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiOf(orderContract))));
  });

  it('answers 404 as a problem for a path that it does not know, 405 for a method', async () => {
    const unknown = await service.get('/v2/orders');
    expect([unknown.status, unknown.mediaType]).toEqual([404, 'application/problem+json']);
    expect(problemSchema.parse(unknown.body).code).toBe('ROUTE_NOT_FOUND');
    const wrong = await service.get('/orders', { method: 'DELETE' });
    expect([wrong.status, wrong.mediaType]).toEqual([405, 'application/problem+json']);
  });
});
