import { median } from './median.ts';

it.each([
  [[3, 1, 2], 2],
  [[10, 1, 2, 3], 2.5],
  [[7], 7],
  [[], 0],
])('of %p is %p', (values, expected) => {
  expect(median(values)).toBe(expected);
});
