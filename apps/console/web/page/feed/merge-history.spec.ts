import type { History } from '../../../src/wire/index.ts';
import { HISTORY_MS, hasGap, mergeHistory } from './merge-history.ts';

const history = (
  times: readonly number[],
  rates: readonly (number | null)[],
  changes: readonly string[] = [],
): History => ({
  times,
  apps: [{ app: 'mobile-bff', replica: 0, ratePerSecond: rates, errorShare: rates, p95Ms: rates }],
  edges: [],
  pages: [],
  strips: [
    {
      app: 'mobile-bff',
      replica: 0,
      service: 'payment',
      changes: changes.map((at) => ({ at, state: 'open', reason: null })),
    },
  ],
});

it('appends what is new and takes the newer word on what is in both', () => {
  const merged = mergeHistory(history([1000, 2000, 3000], [1, 2, 3]), history([3000, 4000], [30, 4]));
  expect(merged.times).toEqual([1000, 2000, 3000, 4000]);
  expect(merged.apps[0]?.ratePerSecond).toEqual([1, 2, 30, 4]);
});

it('drops what is older than ten minutes', () => {
  const merged = mergeHistory(history([0, 1000, 2000], [0, 1, 2]), history([HISTORY_MS + 1000], [9]));
  expect(merged.times).toEqual([2000, HISTORY_MS + 1000]);
  expect(merged.apps[0]?.p95Ms).toEqual([2, 9]);
});

it('has nothing to say of the time before a series was there', () => {
  const whole = { ...history([1000, 2000], [1, 2]), apps: [] };
  expect(mergeHistory(whole, history([3000], [3])).apps[0]?.ratePerSecond).toEqual([null, null, 3]);
});

it('adds a change of a circuit once', () => {
  const whole = history([1000], [1], ['2026-01-01T00:00:01Z']);
  const newest = history([2000], [1], ['2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z']);
  expect(mergeHistory(whole, newest).strips[0]?.changes.map(({ at }) => at)).toEqual([
    '2026-01-01T00:00:01Z',
    '2026-01-01T00:00:02Z',
  ]);
});

it('sees a gap', () => {
  expect(hasGap(history([1000], [1]), history([3000], [1]))).toBe(false);
  expect(hasGap(history([1000], [1]), history([9000], [1]))).toBe(true);
});
