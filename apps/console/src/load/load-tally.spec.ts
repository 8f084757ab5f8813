import { VirtualClock } from '@bff/testing';
import { LoadTally } from './load-tally.ts';

it('forgets of the recent counts what is older than five seconds, and nothing of the total', () => {
  const clock = new VirtualClock();
  const tally = new LoadTally(clock);
  for (let second = 0; second < 10; second += 1) {
    tally.due();
    tally.ended(second < 5 ? 'failed' : 'whole', second * 10);
    clock.advance(1000);
  }
  expect(tally.total).toMatchObject({ due: 10, failed: 5, whole: 5 });
  expect(tally.recent()).toMatchObject({ due: 5, failed: 0, whole: 5, p50Ms: 70, p95Ms: 90 });
  clock.advance(60_000);
  expect(tally.recent()).toEqual({
    due: 0,
    whole: 0,
    partial: 0,
    failed: 0,
    noAnswer: 0,
    notSent: 0,
    p50Ms: null,
    p95Ms: null,
  });
});
