import { LateClock } from '../../test/late-clock.ts';
import { EventLoopDelay } from './event-loop-delay.ts';

const start = () => {
  const clock = new LateClock();
  const measured: number[] = [];
  const delay = new EventLoopDelay(clock, (ms) => measured.push(ms));
  return { clock, delay, measured };
};

it('measures every 10 ms how late its timer is', () => {
  const { clock, delay, measured } = start();
  delay.watch();
  delay.watch();
  expect(clock.pendingTimers).toBe(1);
  clock.advance(30);
  expect(measured).toEqual([0, 0, 0]);
  clock.lateMs = 25;
  clock.advance(10 + 35 + 35);
  expect(measured.slice(3)).toEqual([0, 0, 25]);
  expect(delay.ms).toBe(25);
});

it('does not count a single long turn', () => {
  const { clock, delay, measured } = start();
  clock.lateMs = 500;
  delay.watch();
  clock.lateMs = 0;
  clock.advance(600);
  expect(measured.every((ms) => ms === 0)).toBe(true);
});

it('forgets what it measured when it rests', () => {
  const { clock, delay, measured } = start();
  clock.lateMs = 50;
  delay.watch();
  clock.advance(120);
  expect(delay.ms).toBe(50);
  delay.rest();
  expect([delay.ms, clock.pendingTimers]).toEqual([0, 0]);
  measured.length = 0;
  delay.watch();
  clock.advance(60);
  expect(measured).toEqual([0]);
});
