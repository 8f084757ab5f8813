import { VirtualClock } from '@bff/testing';
import { SlidingCount } from './sliding-count.ts';

describe('SlidingCount', () => {
  it('counts what happened within the window', () => {
    const clock = new VirtualClock();
    const count = new SlidingCount(clock, () => 1_000);
    for (let i = 0; i < 5; i += 1) {
      count.add();
      clock.advance(100);
    }
    expect(count.total).toBe(5);
    clock.advance(500);
    expect(count.total).toBe(4);
    clock.advance(10_000);
    expect(count.total).toBe(0);
  });

  it('forgets everything over an idle hour, though nothing was added meanwhile', () => {
    const clock = new VirtualClock();
    const count = new SlidingCount(clock, () => 10_000);
    for (let i = 0; i < 100; i += 1) {
      count.add();
      clock.advance(90);
    }
    clock.advance(3_600_000);
    count.add();
    expect(count.total).toBe(1);
  });

  it('is off by a tenth of the window at most, and only by forgetting early', () => {
    const clock = new VirtualClock();
    const count = new SlidingCount(clock, () => 1_000);
    count.add();
    clock.advance(99);
    count.add();
    clock.advance(900);
    expect(count.total).toBe(2);
    clock.advance(1);
    expect(count.total).toBe(0);
  });

  it('keeps what it has when the window grows or shrinks', () => {
    const clock = new VirtualClock();
    let windowMs = 1_000;
    const count = new SlidingCount(clock, () => windowMs);
    count.add();
    clock.advance(600);
    count.add();
    windowMs = 5_000;
    clock.advance(1_000);
    expect(count.total).toBe(2);
    windowMs = 1_500;
    expect(count.total).toBe(1);
  });

  it('starts anew when cleared', () => {
    const clock = new VirtualClock();
    const count = new SlidingCount(clock, () => 1_000);
    count.add();
    count.clear();
    expect(count.total).toBe(0);
    clock.advance(2_000);
    expect(count.total).toBe(0);
  });
});
