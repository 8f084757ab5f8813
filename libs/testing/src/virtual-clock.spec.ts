import { VirtualClock } from './virtual-clock.ts';

const sleep = (clock: VirtualClock, ms: number) => new Promise<void>((resolve) => clock.setTimer(ms, resolve));

describe('VirtualClock', () => {
  it('stands still until it is moved', () => {
    const clock = new VirtualClock({ wallTime: 1_000 });
    expect(clock.now()).toBe(0);
    clock.advance(250);
    expect(clock.now()).toBe(250);
    expect(clock.wallTime()).toBe(1_250);
  });

  it('fires timers in the order in which they fall due, and each at its own time', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    clock.setTimer(30, () => fired.push(`late at ${clock.now()}`));
    clock.setTimer(10, () => fired.push(`early at ${clock.now()}`));
    clock.setTimer(10, () => fired.push(`early, set second, at ${clock.now()}`));
    clock.advance(29);
    expect(fired).toEqual(['early at 10', 'early, set second, at 10']);
    clock.advance(1);
    expect(fired).toHaveLength(3);
  });

  it('fires a timer that another timer set, when it falls within the same move', () => {
    const clock = new VirtualClock();
    const fired: number[] = [];
    clock.setTimer(10, () => clock.setTimer(10, () => fired.push(clock.now())));
    clock.advance(20);
    expect(fired).toEqual([20]);
  });

  it('lets a promise chain go on between two timers', async () => {
    const clock = new VirtualClock();
    const seen: number[] = [];
    const chain = async () => {
      for (let step = 0; step < 5; step += 1) {
        await sleep(clock, 10);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(clock.now());
      }
    };
    const done = chain();
    await clock.advanceBy(50);
    expect(seen).toEqual([10, 20, 30, 40, 50]);
    await done;
  });

  it('counts the timers that are pending, and forgets cancelled ones', () => {
    const clock = new VirtualClock();
    const fired: string[] = [];
    const first = clock.setTimer(10, () => fired.push('first'));
    clock.setTimer(10, () => fired.push('second'));
    expect(clock.pendingTimers).toBe(2);
    first.cancel();
    first.cancel();
    expect(clock.pendingTimers).toBe(1);
    clock.advance(10);
    expect(fired).toEqual(['second']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('steps the wall clock without moving time or firing a timer', () => {
    const clock = new VirtualClock({ wallTime: 10_000_000 });
    let fired = false;
    clock.setTimer(10, () => (fired = true));
    clock.stepWallTime(-3_600_000);
    expect(clock.wallTime()).toBe(6_400_000);
    expect(clock.now()).toBe(0);
    expect(fired).toBe(false);
  });

  it('refuses to go back', () => {
    expect(() => new VirtualClock().advance(-1)).toThrow('forward only');
    expect(() => new VirtualClock().advance(Number.NaN)).toThrow('forward only');
  });
});
