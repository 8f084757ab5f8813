import type { CircuitState } from '../../../src/wire/index.ts';
import { segmentsBetween, timeIn } from './strip-segments.ts';

const change = (ms: number, state: CircuitState) => ({ at: new Date(ms).toISOString(), state, reason: null });

it('cuts stays at both ends, and knows nothing of the time before the first', () => {
  const changes = [change(2000, 'closed'), change(5000, 'open'), change(7000, 'half-open')];
  expect(segmentsBetween(changes, 1000, 8000).map(({ state, from, to }) => [state, from, to])).toEqual([
    ['unknown', 1000, 2000],
    ['closed', 2000, 5000],
    ['open', 5000, 7000],
    ['half-open', 7000, 8000],
  ]);
  const later = segmentsBetween(changes, 6000, 6500);
  expect(later).toEqual([{ state: 'open', reason: null, from: 6000, to: 6500 }]);
  expect(timeIn('open', later)).toBe(500);
});
