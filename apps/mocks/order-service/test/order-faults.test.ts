import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const statusOf = async (path: string) => (await service.get(path)).status;

async function setFault(fault: object): Promise<number> {
  const response = await fetch(`${service.adminUrl}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  return response.status;
}

describe('a fault set on the admin port', () => {
  afterEach(() => service.parts.faults.clearAll());

  it('reaches every operation, but not the OpenAPI document', async () => {
    expect(await setFault({ kind: 'error', route: 'all' })).toBe(201);
    expect(await statusOf('/orders/ord_20000')).toBe(503);
    expect(await statusOf('/orders?userId=usr_0001')).toBe(503);
    expect(await statusOf('/openapi.json')).toBe(200);
  });

  it('for one operation spares the other one on the same path', async () => {
    expect(await setFault({ kind: 'error', route: 'getOrdersByIds' })).toBe(201);
    expect(await statusOf('/orders?ids=ord_20000')).toBe(503);
    expect(await statusOf('/orders?userId=usr_0001')).toBe(200);
  });

  it('for an operation that there is not is refused', async () => {
    expect(await setFault({ kind: 'error', route: 'getPayments' })).toBe(400);
  });

  it('is over once it is cleared', async () => {
    await setFault({ kind: 'error', route: 'all' });
    await fetch(`${service.adminUrl}/faults`, { method: 'DELETE' });
    expect(await statusOf('/orders/ord_20000')).toBe(200);
  });
});
