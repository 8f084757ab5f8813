import { readCommand, usage } from './command-line.ts';

const part = (name: string) => ({ name, does: `measures ${name}`, run: async () => '' });
const parts = [part('rest'), part('memory')];
const known = { parts, contenders: ['bare', 'ours'] };
const read = (...args: string[]) => readCommand(args, known);

it('measures everything by itself, and with less of it when quick', () => {
  expect(read()).toEqual({
    parts,
    only: undefined,
    rounds: 7,
    seconds: 3,
    requests: 1_000_000,
    quick: false,
    write: false,
  });
  expect(read('--quick')).toMatchObject({ parts, rounds: 2, seconds: 1, requests: 20_000, quick: true });
  expect(read('memory', '--rounds', '3', '--write')).toMatchObject({ parts: [parts[1]], rounds: 3, write: true });
  expect(read('rest', '--only', 'ours,bare')).toMatchObject({ only: ['ours', 'bare'] });
});

it('shows its parts', () => {
  expect(read('--help')).toBe('help');
  expect(usage(known)).toMatch(/memory +measures memory[^]+bare, ours/);
});

it.each([
  [['speed'], 'there is no part "speed"; there are rest, memory'],
  [['--rounds', '0'], '--rounds is "0"; allowed is a whole number from 1 to 1000'],
  [['--seconds', '2.5'], '--seconds is "2.5"; allowed is a whole number from 1 to 10'],
  [['--only', 'bare,theirs'], 'there is no contender "theirs"; there are bare, ours'],
  [['--only', 'bare', '--write'], '--only and --write exclude each other'],
  [['--quick', '--write'], '--quick and --write exclude each other'],
  [['--fast'], "Unknown option '--fast'; allowed: --rounds, --seconds, --requests, --only, --quick, --write"],
])('says what is wrong with %j', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});
