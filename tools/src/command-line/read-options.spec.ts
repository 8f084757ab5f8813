import { readOptions } from './read-options.ts';
import { UsageError } from './usage-error.ts';

const options = { seed: { type: 'string' }, write: { type: 'boolean' } } as const;

it('reads words and options, and help among them', () => {
  const { positionals, values } = readOptions(['soak', '--seed', '7', '-h'], options);
  expect(positionals).toEqual(['soak']);
  expect({ ...values }).toEqual({ seed: '7', help: true });
});

it.each([
  [['--colour'], "Unknown option '--colour'; allowed: --seed, --write"],
  [['--seed'], "Option '--seed <value>' argument missing; allowed: --seed, --write"],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous; allowed: --seed, --write"],
])('refuses %j in one line that names what there is', (args, message) => {
  expect(() => readOptions(args, options)).toThrow(new UsageError(message));
});
