import { growthPerMinute } from './trend.ts';

const readings = (values: readonly number[]) => values.map((value, index) => ({ atMs: index * 30_000, value }));

it('gives the slope of the line that fits best', () => {
  expect(growthPerMinute(readings([10, 11, 12, 13]))).toBeCloseTo(2);
  expect(growthPerMinute(readings([10, 12, 10, 12, 10]))).toBeCloseTo(0);
  expect(growthPerMinute(readings([9, 8, 7]))).toBeCloseTo(-2);
  expect(growthPerMinute(readings([5]))).toBe(0);
});
