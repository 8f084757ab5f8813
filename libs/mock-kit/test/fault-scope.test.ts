import { VirtualClock } from '@bff/testing';
import { type MockServer, startMockServer } from './mock-server.ts';
import { rawGet } from './raw-client.ts';

describe('which requests a fault is applied to', () => {
  let clock: VirtualClock;
  let draws: number[];
  let mock: MockServer;
  beforeEach(async () => {
    clock = new VirtualClock();
    draws = [];
    mock = await startMockServer({ clock, random: () => draws.shift() ?? 0 });
  });
  afterEach(() => mock.close());

  const status = async (path: string) => (await rawGet(mock.port, path)).status;

  it('every route of the contract when none is named', async () => {
    await mock.faults.set({ kind: 'error' });
    expect([await status('/orders'), await status('/orders/ord_1')]).toEqual([503, 503]);
  });

  it('one route only when it is named', async () => {
    await mock.faults.set({ kind: 'error', route: 'getOrder' });
    expect([await status('/orders'), await status('/orders/ord_1')]).toEqual([200, 503]);
  });

  it.each([
    ['getOrder', '/orders/ord_1'],
    ['listOrders', '/orders?limit=3'],
    ['getOrdersByIds', '/orders?ids=ord_1'],
    ['searchOrders', '/orders/search'],
  ])('%s only, when paths look alike', async (route, path) => {
    await mock.faults.set({ kind: 'error', route });
    const paths = ['/orders/ord_1', '/orders?limit=3', '/orders?ids=ord_1', '/orders/search'];
    const failed = await Promise.all(paths.map(async (asked) => ((await status(asked)) === 503 ? asked : '')));
    expect(failed.filter(Boolean)).toEqual([path]);
  });

  it('never a path that is no operation, nor one that must be named, unless it is', async () => {
    await mock.faults.set({ kind: 'error' });
    expect([await status('/elsewhere'), await status('/nowhere'), await status('/jwks')]).toEqual([200, 404, 200]);
    await mock.faults.set({ kind: 'error', route: 'getJwks' });
    expect(await status('/jwks')).toBe(503);
  });

  it('as many as the probability says', async () => {
    await mock.faults.set({ kind: 'error', probability: 0.3 });
    draws = [0.29, 0.3, 0.9, 0];
    const seen = [];
    for (let i = 0; i < 4; i++) seen.push(await status('/orders'));
    expect(seen).toEqual([503, 200, 200, 503]);
    expect(mock.faults.list()[0]?.timesFired).toBe(2);
  });

  it('none any more once its time is over', async () => {
    await mock.faults.set({ kind: 'error', forMs: 30_000 });
    clock.advance(29_999);
    expect(await status('/orders')).toBe(503);
    clock.advance(1);
    await Promise.resolve();
    expect(await status('/orders')).toBe(200);
    expect(mock.faults.list()).toEqual([]);
  });

  it('the one that was set last wins, and the one before it comes back when that is cleared', async () => {
    await mock.faults.set({ kind: 'error', status: 500 });
    const { id } = await mock.faults.set({ kind: 'rate-limit' });
    expect(await status('/orders')).toBe(429);
    await mock.faults.clear(id);
    expect(await status('/orders')).toBe(500);
  });

  it('latency adds to another fault', async () => {
    await mock.faults.set({ kind: 'error' });
    await mock.faults.set({ kind: 'latency', ms: 400 });
    const pending = rawGet(mock.port, '/orders');
    for (let i = 0; i < 100 && clock.pendingTimers === 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(mock.faults.list().map((fault) => fault.timesFired)).toEqual([0, 1]);
    clock.advance(400);
    expect((await pending).status).toBe(503);
  });

  it('setting the same kind for the same route again replaces it', async () => {
    await mock.faults.set({ kind: 'error', status: 500 });
    await mock.faults.set({ kind: 'error', status: 502 });
    await mock.faults.set({ kind: 'error', status: 504, route: 'getOrder' });
    expect(mock.faults.list().map((fault) => [fault.route, fault.options.status])).toEqual([
      ['all', 502],
      ['getOrder', 504],
    ]);
  });
});
