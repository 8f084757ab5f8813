import { spanEnd, spanStart } from './day-or-instant.ts';

const start = spanStart('');
const end = spanEnd('');

it.each([
  ['2026-01-31', '2026-01-31T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
  ['2024-02-28', '2024-02-28T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
  ['2026-12-31', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00Z', '2026-01-31T09:30:00Z'],
])('%s starts a span at %s and ends one before %s', (text, from, to) => {
  expect([start.parse(text), end.parse(text)]).toEqual([from, to]);
});

it.each(['', '2026', '2026-1-1', '2026-02-30', '2026-01-31T09:30', '2026-01-31T09:30:00+01:00', 'now', '31.01.2026'])(
  'refuses %j',
  (text) => {
    expect(start.safeParse(text).error?.issues).toMatchObject([{ message: expect.stringMatching(/^must be a day/) }]);
  },
);
