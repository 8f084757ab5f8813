import { formatDuration, parseDuration } from './duration.ts';

it.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['1h', 3_600_000],
])('%s is %d ms', (text, ms) => expect(parseDuration(text)).toBe(ms));

it.each(['30', '', 's', '-1s', '1d', '1s ', '1 s', '1e3ms'])('%j is no duration', (text) =>
  expect(parseDuration(text)).toBeUndefined(),
);

it.each([
  [850, '850ms'],
  [45_000, '45s'],
  [89_999, '90s'],
  [720_000, '12m'],
  [7_200_000, '2h'],
])('%d ms is shown as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
