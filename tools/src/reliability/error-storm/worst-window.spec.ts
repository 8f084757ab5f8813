import type { CountsAt } from './request-counts.ts';
import { worstWindow } from './worst-window.ts';

const at = (seconds: number, order: number): CountsAt => ({
  askedAtMs: seconds * 1000,
  answeredAtMs: seconds * 1000,
  requests: { order, user: 0, payment: 0, inventory: 0 },
});
/** One page every second. */
const dueAtMs = Array.from({ length: 30 }, (_, second) => second * 1000);

it('finds the ten seconds with most requests for each page', () => {
  const counts = [at(0, 0), at(5, 5), at(10, 10), at(15, 21), at(20, 26), at(25, 26)];
  expect(worstWindow(counts, 'order', dueAtMs)).toEqual({ requests: 16, pages: 10, ratio: 1.6 });
  expect(worstWindow(counts, 'user', dueAtMs)).toMatchObject({ ratio: 0 });
});

it('knows of none when it was watched for less', () => {
  expect(worstWindow([at(0, 0), at(9, 90)], 'order', dueAtMs)).toBeUndefined();
});
