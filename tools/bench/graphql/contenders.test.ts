import { type TokenIssuer, startTokenIssuer } from '@bff/testing';
import { type CountedServices, startCountedServices } from './counted-services.ts';
import { type RunningContender, startContender } from './running-contender.ts';
import { judgeOrderPage, orderPageData } from './workload.ts';

const peers = ['yoga', 'mercurius', 'apollo'].map((name) => [name, `tools/bench/graphql/${name}.ts`] as const);
const ours = ['graphql-bff', 'apps/graphql-bff/src/main.ts'] as const;

const orderOf = (number: number) => ({
  id: `ord_${number}`,
  status: 'PAID',
  placedAt: '2026-10-30T08:15:00Z',
  totals: { total: { amount: 8685, currency: 'EUR' } },
  lines: [
    {
      sku: `SKU-${number}`,
      name: 'Kettle',
      quantity: 1,
      unitPrice: { amount: 4990 },
      product: { stock: { available: 3 } },
    },
  ],
  shippingAddress: { recipient: 'Ada Lovelace', city: 'Amsterdam', country: 'NL' },
  customer: { name: 'Ada Lovelace', tier: 'GOLD' },
  payment: {
    status: 'CAPTURED',
    method: { brand: 'visa', last4: '4242' },
    amount: { amount: 8685, currency: 'EUR' },
    refunded: { amount: 0, currency: 'EUR' },
  },
});

let services: CountedServices;
let issuer: TokenIssuer;
let contender: RunningContender | undefined;
beforeAll(async () => {
  [services, issuer] = await Promise.all([startCountedServices(), startTokenIssuer()]);
});
afterEach(() => contender?.stop());
afterAll(() => Promise.all([services.close(), issuer.close()]));

describe.each([...peers, ours])('%s', (_name, script) => {
  it('shows the whole page, for one call of each kind', async () => {
    contender = await startContender(script, services.url, issuer);
    // Again and again: a query may be compiled when it has come before. Each time somebody else, of whom nothing is kept.
    for (const number of [1, 2, 3]) {
      services.forget();
      const [status, text] = await contender.page(number);
      expect([judgeOrderPage(status, text), orderPageData(text)]).toEqual(['good', { order: orderOf(number) }]);
      expect(services.asked()).toEqual([
        `/api/v2/items?sku_codes=SKU-${number}`,
        `/api/v2/stock?sku_codes=SKU-${number}`,
        `/orders?ids=ord_${number}`,
        `/payments?orderIds=ord_${number}`,
        `/users?ids=usr_${number}`,
      ]);
    }
  });

  it('shows the rest of the page without a payment', async () => {
    contender = await startContender(script, services.url, issuer);
    services.refuse('/payments');
    const [status, text] = await contender.page(4);
    services.refuse(undefined);
    expect([judgeOrderPage(status, text), orderPageData(text)]).toEqual([
      'partial',
      { order: { ...orderOf(4), payment: null } },
    ]);
  });
});
