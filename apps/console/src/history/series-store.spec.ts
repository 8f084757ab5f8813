import type { AppState } from '../wire/index.ts';
import { SeriesStore } from './series-store.ts';

const traffic = (ratePerSecond: number) => ({ ratePerSecond, errorShare: 0, p50Ms: 1, p95Ms: 2, p99Ms: 3 });

const sight = (rate: number | null, page?: string) => ({
  state: {
    app: 'web-bff',
    replica: 0,
    traffic: rate === null ? null : traffic(rate),
    calls: [],
  } as unknown as AppState,
  pages: page === undefined ? [] : [{ page, ratePerSecond: 1, partialShare: 0.5 }],
});

it('has a point for each time, and null for what was not known', () => {
  const store = new SeriesStore();
  store.see(1000, [sight(5)]);
  store.see(2000, [sight(null, 'order')]);
  store.see(3000, [sight(7)]);
  expect(store.last(600)).toEqual({
    times: [1000, 2000, 3000],
    apps: [{ app: 'web-bff', replica: 0, ratePerSecond: [5, null, 7], errorShare: [0, null, 0], p95Ms: [2, null, 2] }],
    edges: [],
    pages: [
      { app: 'web-bff', replica: 0, page: 'order', ratePerSecond: [null, 1, null], partialShare: [null, 0.5, null] },
    ],
  });
  expect(store.last(1)).toMatchObject({ times: [3000], apps: [{ ratePerSecond: [7] }] });
});

it('keeps ten minutes', () => {
  const store = new SeriesStore();
  for (let second = 0; second < 1000; second += 1)
    store.see(second * 1000, [sight(second, second > 500 ? 'order' : undefined)]);
  const { times, apps, pages } = store.last(5000);
  expect([times.length, times[0], apps[0]?.ratePerSecond[0], apps[0]?.ratePerSecond.length]).toEqual([
    600, 400_000, 400, 600,
  ]);
  expect([pages[0]?.ratePerSecond.length, pages[0]?.ratePerSecond[0], pages[0]?.ratePerSecond[599]]).toEqual([
    600,
    null,
    1,
  ]);
});

it('has as its last point what is so now, and begins the next when a second is over', () => {
  const store = new SeriesStore();
  store.see(1000, [sight(5)]);
  store.see(1250, [sight(6)]);
  store.see(1750, [sight(8, 'order')]);
  store.see(2000, [sight(9, 'order')]);
  expect(store.last(600)).toMatchObject({
    times: [1000, 2000],
    apps: [{ ratePerSecond: [8, 9] }],
    pages: [{ page: 'order', ratePerSecond: [1, 1] }],
  });
});
