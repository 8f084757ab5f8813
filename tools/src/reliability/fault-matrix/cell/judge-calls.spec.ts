import { type PageSpec, bffs } from '../pages/page-spec.ts';
import type { CallCounts } from './call-counts.ts';
import { judgeCalls } from './judge-calls.ts';
import type { Sample } from './steady-load.ts';
import { shippedThresholds } from './thresholds.ts';

const page: PageSpec = {
  app: 'web-bff',
  name: 'order',
  request: () => ({ path: '/' }),
  sections: { order: { service: 'order' }, spending: { service: 'order' }, payment: { service: 'payment' } },
};

/** A hundred requests for a page that asks the order service twice. */
const samples = Array.from({ length: 100 }, () => ({ visit: { page } }) as unknown as Sample);

const counts = (orderCalls: number, arrived = orderCalls): CallCounts => {
  const none = { order: 0, user: 0, payment: 0, inventory: 0 };
  const attempts = Object.fromEntries(bffs.map((app) => [app, none])) as CallCounts['attempts'];
  return { attempts: { ...attempts, 'web-bff': { ...none, order: orderCalls } }, arrived: { ...none, order: arrived } };
};

const judge = (after: CallCounts) => judgeCalls(counts(0), after, samples, shippedThresholds);

it('allows a tenth more calls than were asked for, and the retries that are free', () => {
  expect(judge(counts(230))).toMatchObject({ violations: [], ratio: 1.15 });
});

it('sees one more, by the count of the BFF', () => {
  expect(judge(counts(231)).violations).toEqual([
    { check: 'amplification', where: 'web-bff to order', expected: 'at most 230 calls for 200 asked', got: '231' },
  ]);
});

it('sees calls that the BFF does not know of, by the count of the service', () => {
  expect(judge(counts(200, 400)).violations).toMatchObject([{ where: 'order-service', got: '400' }]);
});

it('sees calls that no page asked for', () => {
  const after = counts(0);
  const attempts = { ...after.attempts, 'mobile-bff': { ...after.attempts['mobile-bff'], user: 50 } };
  expect(judge({ ...after, attempts }).violations).toMatchObject([{ where: 'mobile-bff to user' }]);
});
