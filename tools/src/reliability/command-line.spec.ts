import { UsageError } from '../command-line/usage-error.ts';
import { readCommand, usage } from './command-line.ts';
import type { Scenario } from './scenario.ts';

const scenario = (name: string): Scenario => ({
  name,
  does: `does ${name}`,
  run: async () => ({ markdown: '', failures: [] }),
});
const known = [scenario('soak'), scenario('aborts')];

it('takes scenarios by name, or all', () => {
  expect(readCommand(['aborts', '--seed', '7', '--write'], known)).toEqual({
    scenarios: [known[1]],
    seed: 7,
    write: true,
  });
  expect(readCommand(['all'], known)).toEqual({ scenarios: known, seed: 1, write: false });
  expect(readCommand(['soak', '--minutes', '0.5'], known)).toMatchObject({ minutes: 0.5 });
});

it.each([[[]], [['help']], [['--help']], [['soak', '-h']]])('shows its help for %j', (args) => {
  expect(readCommand(args, known)).toBe('help');
  expect(usage(known)).toContain('does soak');
});

it.each([
  [['soap'], 'there is no scenario "soap"; there are soak, aborts'],
  [['soak', '--seed=-1'], '--seed is "-1"'],
  [['soak', '--seed', 'x'], '--seed is "x"'],
  [['soak', '--minutes', '0'], '--minutes is "0"'],
  [['soak', '--fast'], "'--fast'"],
])('refuses %j', (args, message) => {
  expect(() => readCommand(args, known)).toThrow(UsageError);
  expect(() => readCommand(args, known)).toThrow(message);
});
