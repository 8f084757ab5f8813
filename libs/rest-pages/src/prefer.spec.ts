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
])('reads %p as %p', (header, expected) => {
  expect(handlingPreference(header)).toBe(expected);
});
