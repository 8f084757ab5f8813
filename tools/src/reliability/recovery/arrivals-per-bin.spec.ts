import { arrivalsPerBin } from './arrivals-per-bin.ts';

it('counts by stretches, and leaves out what is before, after and in the rest', () => {
  const arrivals = [99, 100, 150, 199, 200, 299, 450, 500];
  expect(arrivalsPerBin(arrivals, { from: 100, to: 460, binMs: 100 })).toEqual([3, 2, 0]);
  expect(arrivalsPerBin([], { from: 0, to: 50, binMs: 100 })).toEqual([]);
});
