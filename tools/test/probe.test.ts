import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem((app, publicUrl) => {
    const { port } = new URL(publicUrl('payment-service'));
    return app === 'mobile-bff' ? { PAYMENT_SERVICE_URL: `http://payment.services.test:${port}` } : {};
  });
}, 30_000);
afterAll(() => system.close());

it('tells what a process holds', async () => {
  const { heapUsed, resources, warnings, unhandledRejections } = await system.probe('mobile-bff');
  expect(heapUsed).toBeGreaterThan(5_000_000);
  expect(resources['TCPServerWrap']).toBe(2);
  expect({ warnings, unhandledRejections }).toEqual({ warnings: [], unhandledRejections: 0 });
});

it('stalls the lookup of a name, and lets it go on', async () => {
  await system.stallDns('mobile-bff', ['payment.services.test']);
  const { body } = await system.get('/v1/orders/ord_20000');
  expect(body.meta?.sections).toMatchObject({ payment: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT' } });
  await system.stallDns('mobile-bff', []);
  await expect(system.whenWhole('/v1/orders/ord_20000', 8000)).resolves.toBeLessThan(8000);
});
