import { InFlightLimit } from './in-flight-limit.ts';
import { type SheddingLimits, defaultSheddingLimits } from './shedding-limits.ts';

const given = (changed: Partial<SheddingLimits> = {}) => {
  const limits = { ...defaultSheddingLimits, maxInFlight: 100, minInFlight: 8, maxEventLoopDelayMs: 10, ...changed };
  return { limits, limit: new InFlightLimit(() => limits) };
};

it('is the most that may be in flight until a measurement says otherwise', () => {
  const { limit } = given();
  limit.adapt(10, 90);
  expect(limit.value).toBe(100);
});

it('is cut from what is in flight, in proportion to how late the loop is', () => {
  const { limit } = given();
  limit.adapt(12.5, 50);
  expect(limit.value).toBe(40);
  limit.adapt(12.5, 60);
  expect(limit.value).toBe(32);
});

it('is cut to a half at most by one measurement, and never below the least', () => {
  const { limit } = given();
  limit.adapt(1000, 64);
  expect(limit.value).toBe(32);
  for (let times = 0; times < 10; times += 1) limit.adapt(1000, 64);
  expect(limit.value).toBe(8);
});

it('grows by one with each measurement that is in time, up to the most', () => {
  const { limit } = given({ maxInFlight: 11 });
  limit.adapt(1000, 11);
  limit.adapt(1000, 11);
  const seen = Array.from({ length: 5 }, () => {
    limit.adapt(0, 8);
    return limit.value;
  });
  expect(seen).toEqual([9, 10, 11, 11, 11]);
});

it('follows changed limits', () => {
  const { limits, limit } = given();
  limits.maxInFlight = 5;
  expect(limit.value).toBe(5);
  limits.maxInFlight = 200;
  expect(limit.value).toBe(200);
});

it('is whole again when nothing is in flight', () => {
  const { limit } = given();
  limit.adapt(1000, 20);
  limit.reset();
  expect(limit.value).toBe(100);
});
