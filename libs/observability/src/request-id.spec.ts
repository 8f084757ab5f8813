import { requestIdFrom } from './index.ts';

it.each(['a', 'abc-DEF_1.2', 'x'.repeat(64)])('keeps %p', (id) => {
  expect(requestIdFrom(id)).toBe(id);
});

it.each([
  ['nothing', undefined],
  ['an empty one', ''],
  ['65 characters', 'x'.repeat(65)],
  ['a line break that would forge a log line', 'a\nb'],
  ['a line break at the end', 'a\n'],
  ['other characters', 'a b'],
  ['two of them', ['a', 'b']],
])('makes a UUID of %s', (_what, header) => {
  expect(requestIdFrom(header)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
