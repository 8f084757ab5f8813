import { spreadOf } from './spread.ts';

it('is the middle, the least and the most, whatever the order', () => {
  expect(spreadOf([3, 1, 10])).toEqual({ median: 3, least: 1, most: 10 });
  expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, least: 1, most: 10 });
});

it('is nothing of nothing', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});
