import { generateDataSet } from '@bff/mock-kit';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem({ MOCK_LATENCY_MEDIAN_MS: '0' });
}, 30_000);
afterAll(() => system.close());

it('the phone gets at most a quarter of the bytes that the website gets for the same order', async () => {
  const orders = generateDataSet().orders();
  // Every five-hundredth of them: small and large, old and new, in many scripts and currencies.
  const sample = orders.filter((_, index) => index % 500 === 0 || index === orders.length - 1);
  expect(sample.length).toBeGreaterThan(30);
  const ratios = new Map<string, number>();
  for (const { id, userId } of sample) {
    const path = `/v1/orders/${id}`;
    const mobile = await system.get(path, userId, 'mobile-bff');
    const web = await system.get(path, userId, 'web-bff');
    expect([mobile.body.meta?.complete, web.body.meta?.complete]).toEqual([true, true]);
    ratios.set(id, mobile.bytes / web.bytes);
  }
  expect([...ratios].filter(([, ratio]) => ratio > 0.25)).toEqual([]);
});
