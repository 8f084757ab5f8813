import { millisecondsOf } from './duration.ts';

it.each([
  ['0s', 0],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['12h', 43_200_000],
  ['1d', 86_400_000],
] as const)('%s is %i ms', (text, ms) => {
  expect(millisecondsOf(text)).toBe(ms);
});

it.each(['-1s', '1e3s', '0x1s'] as const)('refuses %s', (text) => {
  expect(() => millisecondsOf(text)).toThrow(RangeError);
});
