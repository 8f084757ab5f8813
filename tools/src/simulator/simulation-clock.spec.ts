import { SimulationClock } from './simulation-clock.ts';

/** Fires everything, and returns at what time each callback ran. */
function fireAll(clock: SimulationClock): void {
  while (clock.fireNext());
}

it('fires timers by time, and those of the same time in the order in which they were set', () => {
  const clock = new SimulationClock();
  const fired: string[] = [];
  for (const [ms, name] of [
    [30, 'c'],
    [10, 'a'],
    [30, 'd'],
    [20, 'b'],
    [0, 'first'],
  ] as const)
    clock.setTimer(ms, () => fired.push(`${name} ${clock.now()}`));
  fireAll(clock);
  expect(fired).toEqual(['first 0', 'a 10', 'b 20', 'c 30', 'd 30']);
});

it('keeps hundreds of timers in order, whichever are cancelled', () => {
  const clock = new SimulationClock();
  const fired: number[] = [];
  const delays = Array.from({ length: 500 }, (_, at) => (at * 7919) % 503);
  const timers = delays.map((ms) => clock.setTimer(ms, () => fired.push(ms)));
  timers.forEach((timer, at) => at % 3 === 0 && timer.cancel());
  fireAll(clock);
  const left = delays.filter((_, at) => at % 3 !== 0);
  expect(fired).toEqual(left.toSorted((a, b) => a - b));
});

it('fires what a timer sets on the way, and nothing that was cancelled', () => {
  const clock = new SimulationClock();
  const fired: string[] = [];
  clock.setTimer(10, () => {
    fired.push('outer');
    clock.setTimer(0, () => fired.push('inner'));
    other.cancel();
  });
  const other = clock.setTimer(10, () => fired.push('other'));
  fireAll(clock);
  expect(fired).toEqual(['outer', 'inner']);
});

it('counts the timers of the code under test that are set, once each', () => {
  const clock = new SimulationClock();
  clock.at(5, () => {});
  const timer = clock.setTimer(10, () => {});
  expect(clock.pendingTimers).toBe(1);
  timer.cancel();
  timer.cancel();
  expect(clock.pendingTimers).toBe(0);
  const fired = clock.setTimer(1, () => {});
  fireAll(clock);
  fired.cancel();
  expect(clock.pendingTimers).toBe(0);
});

it('steps the wall clock alone', () => {
  const clock = new SimulationClock();
  const date = clock.wallTime();
  clock.stepWallTime(-3_600_000);
  clock.at(100, () => {});
  fireAll(clock);
  expect([clock.now(), clock.wallTime() - date]).toEqual([100, 100 - 3_600_000]);
});

it('fires the timers of the code under test late by as much as it is told, and its own in time', () => {
  const clock = new SimulationClock(() => 7);
  const at: number[] = [];
  clock.setTimer(10, () => at.push(clock.time));
  clock.at(10, () => at.push(clock.time));
  fireAll(clock);
  expect(at).toEqual([10, 17]);
});
