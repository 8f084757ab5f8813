import { request } from 'node:http';
import { VirtualClock } from '@bff/testing';
import { type StartedService, startService } from './start-service.ts';

const clock = new VirtualClock();
let service: StartedService;
beforeAll(async () => {
  service = await startService({ MOCK_LATENCY_MEDIAN_MS: '25' }, { clock });
});
afterAll(() => service.close());

/** Until this many requests wait. They come and go over real sockets, which take their own time. */
async function waiting(count: number): Promise<void> {
  const giveUpAt = performance.now() + 3000;
  while (clock.pendingTimers !== count && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(clock.pendingTimers).toBe(count);
}

describe('latency', () => {
  it('comes before the answer, also before a refusal', async () => {
    const answers = Promise.all([service.get('/orders/ord_1'), service.get('/orders/nonsense')]);
    await waiting(2);
    await clock.advanceBy(25 * 8);
    expect((await answers).map(({ status }) => status)).toEqual([404, 400]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is not on the OpenAPI document', async () => {
    await expect(service.get('/openapi.json')).resolves.toMatchObject({ status: 200 });
  });

  it('ends when the client goes away: nothing is left waiting', async () => {
    const leaving = request(`${service.url}/orders/ord_00001`).end();
    leaving.on('error', () => undefined);
    await waiting(1);
    leaving.destroy();
    await waiting(0);
    await expect(service.get('/openapi.json')).resolves.toMatchObject({ status: 200 });
  });
});
