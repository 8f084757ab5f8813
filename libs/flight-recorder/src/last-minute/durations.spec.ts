import { Durations } from './durations.ts';

it('does not begin anew when more are counted than a bin can hold', () => {
  const durations = new Durations();
  for (let one = 0; one < 2 ** 16; one += 1) durations.add(0, 25);
  expect(durations.quantiles([0])).toEqual({ p50: 25, p95: 25, p99: 25 });
});

it('has no quantiles of nothing, and of one duration that one', () => {
  const durations = new Durations();
  expect(durations.quantiles([0, 1])).toEqual({ p50: null, p95: null, p99: null });
  durations.add(1, 12.34);
  expect(durations.quantiles([0, 1])).toEqual({ p50: 12.3, p95: 12.3, p99: 12.3 });
  durations.clear(1);
  expect(durations.quantiles([0, 1])).toEqual({ p50: null, p95: null, p99: null });
});
