import { once } from 'node:events';
import { type LightServer, createLightServer } from '../downstream/light-server.ts';
import type { DriverOrder } from './driver-order.ts';
import { offer } from './offer.ts';
import { USERS, orderOf, ownerOf } from './orders.ts';

let pages: LightServer;
let port: number;
const asked: string[] = [];
beforeEach(async () => {
  asked.length = 0;
  pages = createLightServer((path) => {
    asked.push(path);
    return path.endsWith('_3') ? '{"code":"TIMEOUT","complete":false}' : '{"complete":true}';
  });
  pages.server.listen(0, '127.0.0.1');
  await once(pages.server, 'listening');
  const address = pages.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  ({ port } = address);
});
afterEach(() => {
  pages.setFault(undefined);
  pages.server.close();
});

const order = (changed: Partial<DriverOrder>): DriverOrder => ({
  port,
  workload: 'rest',
  first: 0,
  requests: 10,
  forMs: 5000,
  clients: 2,
  graceMs: 50,
  ...changed,
});
const tokenOf = (user: number): string => `token-${user}`;

it('asks for one order after the other, and counts what came', async () => {
  pages.setFault({ path: '/v1/orders/ord_7', failOneIn: 1 });
  const report = await offer(order({ first: 2 }), tokenOf);
  expect(asked).toEqual(Array.from({ length: 10 }, (_, index) => `/v1/orders/ord_${index + 2}`));
  expect(report.kinds).toEqual({ whole: 8, partial: 1, problem: 1, broken: 0 });
  expect(report.codes).toEqual({ TIMEOUT: 1 });
  expect(report.sent).toBe(10);
  // It ran out of requests long before its time was over.
  expect(report.pagesPerSecond).toBeGreaterThan(9 / 2.5);
});

it('counts what never comes as having taken for ever', async () => {
  pages.setFault({ path: '/', hang: true });
  const report = await offer(order({ forMs: 50 }), tokenOf);
  expect(report).toMatchObject({ sent: 2, pagesPerSecond: 0, tookMs: 50 });
  expect(report.kinds).toEqual({ whole: 0, partial: 0, problem: 0, broken: 2 });
  expect(report.latency.p50).toBe(Infinity);
});

it('never asks for an order twice, also when the same few users come in turn', () => {
  const orders = Array.from({ length: 1000 }, (_, index) => orderOf(index, 200));
  expect(new Set(orders).size).toBe(1000);
  expect(new Set(orders.map(ownerOf)).size).toBe(200);
  expect(ownerOf(orderOf(USERS + 5, USERS))).toBe(5);
});
