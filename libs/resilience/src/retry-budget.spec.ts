import { VirtualClock } from '@bff/testing';
import { createRetryBudget } from './retry-budget.ts';

const takeAll = (budget: { tryTake(): boolean }): number => {
  let taken = 0;
  while (budget.tryTake()) taken += 1;
  return taken;
};

describe('the retry budget', () => {
  it('allows a share of the calls of the last 10 s', () => {
    const budget = createRetryBudget({ clock: new VirtualClock(), limits: () => ({ ratio: 0.1, minPerSecond: 0 }) });
    for (let i = 0; i < 250; i += 1) budget.recordCall();
    expect(budget.remaining).toBe(25);
    expect(takeAll(budget)).toBe(25);
    expect(budget.remaining).toBe(0);
  });

  it('allows at least so many a second, however few calls there are', () => {
    const clock = new VirtualClock();
    const budget = createRetryBudget({ clock, limits: () => ({ ratio: 0.1, minPerSecond: 2 }) });
    expect(takeAll(budget)).toBe(20);
    clock.advance(10_000);
    expect(takeAll(budget)).toBe(20);
  });

  it('is kept in any ten seconds, wherever they begin', () => {
    const clock = new VirtualClock();
    const budget = createRetryBudget({ clock, limits: () => ({ ratio: 0, minPerSecond: 10 }) });
    budget.tryTake();
    clock.advance(900);
    expect(takeAll(budget)).toBe(99);
    clock.advance(9100);
    expect(takeAll(budget)).toBe(1);
    clock.advance(900);
    expect(takeAll(budget)).toBe(99);
  });

  it('forgets the calls of quieter times', () => {
    const clock = new VirtualClock();
    const budget = createRetryBudget({ clock, limits: () => ({ ratio: 0.1, minPerSecond: 0 }) });
    for (let i = 0; i < 1_000; i += 1) budget.recordCall();
    clock.advance(3_600_000);
    expect(budget.remaining).toBe(0);
  });

  it('gives nothing when it is set to nothing, and follows its limits while it runs', () => {
    let ratio = 0;
    const budget = createRetryBudget({ clock: new VirtualClock(), limits: () => ({ ratio, minPerSecond: 0 }) });
    for (let i = 0; i < 100; i += 1) budget.recordCall();
    expect(budget.tryTake()).toBe(false);
    ratio = 0.5;
    expect(takeAll(budget)).toBe(50);
    ratio = 0.1;
    expect(budget.remaining).toBe(0);
  });

  it('does not notice a step of the wall clock', () => {
    const clock = new VirtualClock();
    const budget = createRetryBudget({ clock, limits: () => ({ ratio: 0.1, minPerSecond: 1 }) });
    takeAll(budget);
    clock.stepWallTime(3_600_000);
    expect(budget.remaining).toBe(0);
    clock.stepWallTime(-7_200_000);
    clock.advance(10_000);
    expect(budget.remaining).toBe(10);
  });
});
