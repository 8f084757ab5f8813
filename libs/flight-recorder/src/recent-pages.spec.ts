import { seededRandom } from '@bff/testing';
import { tellPage } from '../test/told-page.ts';
import { MOST_KEPT, MOST_OF_ONE, RecentPages } from './recent-pages.ts';

function fixture() {
  const recent = new RecentPages();
  let told = 0;
  const add = (page: string, count = 1): void => {
    for (let one = 0; one < count; one += 1) {
      tellPage({ pageEnded: (record) => recent.add(record) }, { page, requestId: String(told) });
      told += 1;
    }
  };
  return { recent, add, ids: () => recent.list().map(({ requestId }) => Number(requestId)) };
}

it('has the newest first', () => {
  const { add, ids } = fixture();
  add('order');
  add('orders');
  add('order');
  expect(ids()).toEqual([2, 1, 0]);
});

it('keeps the last twenty of one page', () => {
  const { add, ids } = fixture();
  add('order', 30);
  expect(ids()).toEqual(Array.from({ length: MOST_OF_ONE }, (_, at) => 29 - at));
});

it('keeps the last fifty of many pages', () => {
  const { add, ids } = fixture();
  for (let page = 0; page < 70; page += 1) add(`page-${page}`);
  expect(ids()).toEqual(Array.from({ length: MOST_KEPT }, (_, at) => 69 - at));
});

it('keeps what happened to a rare page while several others fail all the time', () => {
  const { recent, add } = fixture();
  add('profile');
  for (let round = 0; round < 100; round += 1) ['order', 'orders', 'home'].forEach((page) => add(page));
  expect(recent.list()).toHaveLength(MOST_KEPT);
  expect(recent.list().at(-1)?.page).toBe('profile');
});

it('never keeps more, in whatever order pages fail', () => {
  const random = seededRandom(11);
  const { recent, add } = fixture();
  for (let step = 0; step < 3000; step += 1) {
    add(`page-${Math.floor(random() ** 3 * 80)}`, 1 + Math.floor(random() * 4));
    const pages = recent.list().map(({ page }) => page);
    expect(pages.length).toBeLessThanOrEqual(MOST_KEPT);
    const most = Math.max(...[...new Set(pages)].map((page) => pages.filter((one) => one === page).length));
    expect(most).toBeLessThanOrEqual(MOST_OF_ONE);
  }
});
