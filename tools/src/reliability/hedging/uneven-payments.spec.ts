import { paymentsSchema } from '@bff/contracts';
import { type UnevenPayments, startUnevenPayments } from './uneven-payments.ts';

let payments: UnevenPayments;
beforeEach(async () => {
  payments = await startUnevenPayments({ seed: 7, slowShare: 0.05, slowMs: 2, usualMs: [0, 1] });
});
afterEach(() => payments.close());

const ask = async (times: number): Promise<number> => {
  for (let time = 0; time < times; time += 1) await (await fetch(`${payments.url}/payments?orderId=ord_1`)).text();
  return payments.counts.slow;
};

it('answers in the contract’s form, for the order that was asked for', async () => {
  const answer = await fetch(`${payments.url}/payments?orderId=ord_20000`);
  expect(paymentsSchema.parse(await answer.json()).payments).toMatchObject([{ orderId: 'ord_20000' }]);
});

it('is slow now and then, the same times again after a restart', async () => {
  const slow = await ask(200);
  expect(slow).toBeGreaterThan(3);
  expect(slow).toBeLessThan(20);
  payments.restart();
  expect(payments.counts).toEqual({ requests: 0, slow: 0 });
  expect(await ask(200)).toBe(slow);
  expect(payments.counts.requests).toBe(200);
});
