import { BINS, binOf, middleOf } from './duration-bins.ts';

it('gives a duration back at most 1.6 % off, up to a minute', () => {
  // What is shorter shares its bin with nothing at all.
  for (let ms = 0.065; ms < 65_000; ms *= 1.0007) {
    expect(Math.abs(middleOf(binOf(ms)) - ms) / ms).toBeLessThan(0.016);
  }
});

it('has a bin for whatever comes', () => {
  expect([Number.NaN, -1, 0, 0.01].map(binOf)).toEqual([0, 0, 0, 0]);
  expect(middleOf(0)).toBe(0);
  expect([65_535, 1e9, Infinity].map(binOf)).toEqual([BINS - 1, BINS - 1, BINS - 1]);
});

it('never puts a longer one below a shorter one', () => {
  let last = 0;
  for (let ms = 0; ms < 2000; ms += 0.31) {
    expect(binOf(ms)).toBeGreaterThanOrEqual(last);
    last = binOf(ms);
  }
});
