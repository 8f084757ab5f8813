import { handlingPreference } from './prefer.ts';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['handling=strict', 'strict'],
  ['handling=lenient', 'lenient'],
  ['Handling = "STRICT"', 'strict'],
  ['respond-async, handling=strict; why=test, wait=5', 'strict'],
  ['handling=lenient, handling=strict', 'lenient'],
  ['handling=whatever', undefined],
  ['xhandling=strict', undefined],
  ['note="a, handling=strict"', undefined],
  ['note="a \\", handling=strict, b", handling=lenient', 'lenient'],
  ['handling=whatever, handling=strict', undefined],
  // Not closed, so it runs to the end. Reading on behind the quote is what made a long header of quotes slow.
  ['"a, handling=strict', undefined],
  [`"${'\\"'.repeat(7500)}, handling=strict`, undefined],
])('reads %p as %p', (header, expected) => {
  expect(handlingPreference(header)).toBe(expected);
});
