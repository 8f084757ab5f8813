import { UsageError } from '../command-line/usage-error.ts';
import { parseCommandLine } from './command-line.ts';

const defaults = { seed: 42, cores: 3 };
const parse = (...args: string[]) => parseCommandLine(args, defaults);

it('plays a million schedules from a drawn seed on every core, unless it is told otherwise', () => {
  expect(parse()).toEqual({ schedules: 1_000_000, seed: 42, workers: 3, trace: false, write: false });
  expect(parse('--schedules', '5000', '--seed', '7', '--workers', '1')).toEqual({
    schedules: 5000,
    seed: 7,
    workers: 1,
    trace: false,
    write: false,
  });
  expect(parse('--write')).toMatchObject({ write: true });
  expect(parse('--seed', '7', '--schedules', '1', '--trace')).toMatchObject({ seed: 7, trace: true });
  expect(parse('--help')).toBe('help');
});

it.each([
  [['--schedules', '0'], '--schedules "0" is not a whole number from 1 to 1000000000'],
  [['--seed', '1.5'], '--seed "1.5" is not a whole number from 0 to 4294967295'],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
  [['--workers', 'all'], '--workers "all" is not a whole number from 1 to 64'],
  [['--trace', '--seed', '1'], '--trace tells one schedule: add --schedules 1'],
  [['--trace', '--schedules', '1'], '--trace needs the --seed of the schedule'],
  [['--colour'], "Unknown option '--colour'; allowed: --schedules, --seed, --workers, --trace, --write"],
  [['now'], '"now" is too much'],
])('refuses %j in one line', (args, message) => {
  expect(() => parse(...args)).toThrow(UsageError);
  expect(() => parse(...args)).toThrow(message);
});
