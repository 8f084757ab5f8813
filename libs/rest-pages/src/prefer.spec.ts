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

it('reads a long header of quotes in time that grows with its length, not with the square of it', () => {
  const timeFor = (quotes: number): number => {
    const header = `"${'\\"'.repeat(quotes)}`;
    const startedAt = performance.now();
    for (let round = 0; round < 5; round += 1) handlingPreference(header);
    return performance.now() - startedAt;
  };
  timeFor(1000);
  // 16 times the length took 256 times the time; now it takes 16 times a very short one.
  expect(timeFor(16_000)).toBeLessThan(Math.max(50, timeFor(1000) * 100));
});
