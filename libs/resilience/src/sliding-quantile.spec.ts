import { VirtualClock, seededRandom } from '@bff/testing';
import { SlidingQuantile } from './sliding-quantile.ts';

const exact = (durations: readonly number[], quantile: number): number => {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.max(1, Math.floor(quantile * sorted.length + 0.5)) - 1] ?? Number.NaN;
};

/** Durations of very different kinds: even, skewed over five orders of magnitude, two groups, all alike. */
const kinds: Record<string, (random: () => number) => number> = {
  even: (random) => random() * 100,
  skewed: (random) => 0.01 * 10 ** (random() * 5),
  'with a slow group': (random) => (random() < 0.06 ? 300 : 20) + random() * 5,
  'all alike': () => 35,
};

describe.each(Object.entries(kinds))('the quantiles of durations that are %s', (_kind, draw) => {
  it.each([1, 2, 3, 4, 5])('are the exact ones, or up to 1 %% above (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const clock = new VirtualClock();
    const quantiles = new SlidingQuantile(clock);
    const durations: number[] = [];
    // Within 50 s nothing may be forgotten yet.
    const count = 1 + Math.floor(random() * 2_000);
    for (let i = 0; i < count; i += 1) {
      const duration = draw(random);
      durations.push(duration);
      quantiles.record(duration);
      clock.advance(50_000 / count);
    }
    expect(quantiles.count).toBe(count);
    for (const quantile of [0.5, 0.9, 0.95, 0.99, 0.999]) {
      const found = quantiles.at(quantile) ?? Number.NaN;
      const wanted = exact(durations, quantile);
      // Half a microsecond is what rounding to whole ones makes.
      expect(found).toBeGreaterThanOrEqual(wanted - 0.0005);
      expect(found).toBeLessThanOrEqual(wanted * 1.01 + 0.0005);
    }
  });
});

describe('the lower end of a quantile', () => {
  it.each([
    [100, 0.9064],
    [1_000, 0.9362],
    [10_000, 0.9456],
  ])('of %i durations is the value at %f: two deviations of the rank below', (count, share) => {
    const quantiles = new SlidingQuantile(new VirtualClock());
    const durations = Array.from({ length: count }, (_, i) => 100 + i);
    for (const duration of durations) quantiles.record(duration);
    const found = quantiles.lowerEnd(0.95) ?? Number.NaN;
    expect(found).toBeGreaterThanOrEqual(exact(durations, share) - 1);
    expect(found).toBeLessThanOrEqual(exact(durations, share) * 1.01 + 1);
  });

  it('is seldom above the real one: of a thousand samples 23 by chance', () => {
    const random = seededRandom(3);
    let above = 0;
    for (let sample = 0; sample < 1_000; sample += 1) {
      const quantiles = new SlidingQuantile(new VirtualClock());
      for (let i = 0; i < 200; i += 1) quantiles.record(random() * 100);
      if ((quantiles.lowerEnd(0.95) ?? Number.NaN) > 95) above += 1;
    }
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThan(40);
  });

  it('is the shortest of very few, and nothing when there are none', () => {
    const quantiles = new SlidingQuantile(new VirtualClock());
    expect(quantiles.lowerEnd(0.5)).toBeUndefined();
    quantiles.record(20);
    expect(quantiles.lowerEnd(0.5)).toBeCloseTo(20, 0);
  });
});

describe('the window of the quantiles', () => {
  it('forgets within a minute, and not before 50 s', () => {
    const clock = new VirtualClock();
    const quantiles = new SlidingQuantile(clock);
    clock.advance(9_999);
    quantiles.record(300);
    clock.advance(50_000);
    expect(quantiles.count).toBe(1);
    quantiles.record(20);
    expect(quantiles.at(0.95)).toBeGreaterThanOrEqual(300);
    clock.advance(1);
    expect(quantiles.count).toBe(1);
    expect(quantiles.at(0.95)).toBeLessThan(21);
  });

  it('is empty after an idle hour, and goes on', () => {
    const clock = new VirtualClock();
    const quantiles = new SlidingQuantile(clock);
    for (let i = 0; i < 60; i += 1) {
      quantiles.record(300);
      clock.advance(1_000);
    }
    clock.advance(3_600_000);
    expect(quantiles.at(0.95)).toBeUndefined();
    quantiles.record(20);
    expect(quantiles.count).toBe(1);
    expect(quantiles.at(0.5)).toBeLessThan(21);
  });

  it('moves on at any speed as if each slice had been looked at', () => {
    const random = seededRandom(7);
    const clock = new VirtualClock();
    const quantiles = new SlidingQuantile(clock);
    const seen: { at: number; duration: number }[] = [];
    for (let i = 0; i < 500; i += 1) {
      clock.advance(random() < 0.05 ? random() * 90_000 : random() * 2_000);
      const duration = random() * 400;
      seen.push({ at: clock.now(), duration });
      quantiles.record(duration);
      const oldest = (Math.floor(clock.now() / 10_000) - 5) * 10_000;
      const within = seen.filter(({ at }) => at >= oldest).map((one) => one.duration);
      expect(quantiles.count).toBe(within.length);
      expect(quantiles.at(0.9)).toBeGreaterThanOrEqual(exact(within, 0.9) - 0.0005);
      expect(quantiles.at(0.9)).toBeLessThanOrEqual(exact(within, 0.9) * 1.01 + 0.0005);
    }
  });

  it('does not notice a step of the wall clock', () => {
    const clock = new VirtualClock();
    const quantiles = new SlidingQuantile(clock);
    quantiles.record(20);
    clock.stepWallTime(3_600_000);
    expect(quantiles.count).toBe(1);
  });

  it('takes a duration of nothing, and one of more than any limit', () => {
    const quantiles = new SlidingQuantile(new VirtualClock());
    quantiles.record(0);
    expect(quantiles.at(0.95)).toBe(0.001);
    quantiles.record(10_000_000);
    expect(quantiles.count).toBe(2);
    expect(quantiles.at(0.95)).toBeGreaterThanOrEqual(600_000);
  });
});
