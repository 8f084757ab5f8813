import { type TokenIssuer, startTokenIssuer } from '@bff/testing';
import { type CountedServices, startCountedServices } from './counted-services.ts';
import type { Contender } from '../src/contender.ts';
import { races } from '../src/races.ts';
import { type RunningContender, startContender } from '../src/running/running-contender.ts';
import { judgeOrderPage, orderPageBody, orderPageData } from './workload.ts';

const graphql = races.find(({ name }) => name === 'graphql')?.contenders ?? [];
// Ours is there under several names, for several ways of asking.
const contenders = ['yoga', 'mercurius', 'apollo', 'ours-graphql'].map(
  (name) => [name, graphql.find((one) => one.name === name)] as const,
);

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
afterEach(() => contender?.close());
afterAll(() => Promise.all([services.close(), issuer.close()]));

async function start(spec: Contender | undefined): Promise<RunningContender> {
  if (spec === undefined) throw new TypeError('there is no such contender');
  const { issuer: name, jwksUrl } = issuer;
  return startContender(spec, { servicesUrl: services.url, issuer: name, jwksUrl, before: [] });
}

/** The page of the user's order with that number, by its status and its text. */
async function page({ port }: RunningContender, number: number): Promise<readonly [status: number, text: string]> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${issuer.token({ sub: `usr_${number}` })}`,
      'content-type': 'application/json',
    },
    body: orderPageBody(`ord_${number}`),
  });
  return [response.status, await response.text()];
}

describe.each(contenders)('%s', (_name, spec) => {
  it('shows the whole page, for one call of each kind', async () => {
    contender = await start(spec);
    // Again and again: a query may be compiled when it has come before. Each time somebody else, of whom nothing is kept.
    for (const number of [1, 2, 3]) {
      services.forget();
      const [status, text] = await page(contender, number);
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
    contender = await start(spec);
    services.refuse('/payments');
    const [status, text] = await page(contender, 4);
    services.refuse(undefined);
    expect([judgeOrderPage(status, text), orderPageData(text)]).toEqual([
      'partial',
      { order: { ...orderOf(4), payment: null } },
    ]);
  });
});
