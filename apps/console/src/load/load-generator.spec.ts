import { VirtualClock } from '@bff/testing';
import { LoadGenerator } from './load-generator.ts';

const generator = (clock: VirtualClock) =>
  new LoadGenerator({
    clock,
    // Signed in by nobody: what is sent is another test's business.
    issueToken: () => Promise.reject(new Error('no issuer')),
    urlOf: () => 'http://127.0.0.1:1',
  });

it('stops by itself after ten minutes', async () => {
  const clock = new VirtualClock();
  const load = generator(clock);
  load.start({ app: 'mobile-bff', page: 'home', ratePerSecond: 1 });
  await clock.advanceBy(10_000);
  expect(load.state()).toMatchObject({ running: true, endsAt: '2026-01-01T00:10:00.000Z' });
  clock.advance(10 * 60_000);
  expect(load.state()).toMatchObject({ running: false, problem: 'it ran for 10 minutes, which is the longest' });
  await clock.advanceBy(5000);
  expect(clock.pendingTimers).toBe(0);
});
