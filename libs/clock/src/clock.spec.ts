import { systemClock } from './clock.ts';

afterEach(() => {
  jest.useRealTimers();
});

describe('systemClock', () => {
  it('fires a timer once, after its delay', () => {
    jest.useFakeTimers();
    const fired = jest.fn();
    systemClock.setTimer(50, fired);
    jest.advanceTimersByTime(49);
    expect(fired).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1000);
    expect(fired).toHaveBeenCalledTimes(1);
  });

  it('fires no cancelled timer, and takes a second cancel', () => {
    jest.useFakeTimers();
    const fired = jest.fn();
    const timer = systemClock.setTimer(50, fired);
    timer.cancel();
    timer.cancel();
    jest.advanceTimersByTime(1000);
    expect(fired).not.toHaveBeenCalled();
  });

  it('takes a cancel after the timer fired, and leaves other timers alone', () => {
    jest.useFakeTimers();
    const fired = jest.fn();
    const early = systemClock.setTimer(50, () => {});
    systemClock.setTimer(60, fired);
    jest.advanceTimersByTime(50);
    early.cancel();
    jest.advanceTimersByTime(10);
    expect(fired).toHaveBeenCalledTimes(1);
  });

  it.each([2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'cuts a delay of %d ms to what Node can hold, instead of firing at once',
    async (delayMs) => {
      const fired = jest.fn();
      const timer = systemClock.setTimer(delayMs, fired);
      // Node makes 1 ms of a delay that it cannot hold, so the real timer is the subject here.
      await new Promise((resolve) => setTimeout(resolve, 10));
      timer.cancel();
      expect(fired).not.toHaveBeenCalled();
    },
  );

  it('counts in milliseconds and never backwards, whatever happens to the date', () => {
    const dates = jest.spyOn(Date, 'now');
    const first = systemClock.now();
    dates.mockReturnValue(0);
    const second = systemClock.now();
    expect(second).toBeGreaterThanOrEqual(first);
    expect(second - first).toBeLessThan(1000);
  });

  it('tells the date as the wall clock has it', () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_790_000_000_000);
    expect(systemClock.wallTime()).toBe(1_790_000_000_000);
  });
});
