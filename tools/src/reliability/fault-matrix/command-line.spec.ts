import { UsageError } from '../../command-line/usage-error.ts';
import { columns } from './columns.ts';
import { readCommand, usage } from './command-line.ts';
import { pages } from './pages/pages.ts';
import { rows } from './rows.ts';

it('runs everything unless told otherwise', () => {
  expect(readCommand([])).toEqual({
    rows,
    columns,
    pages,
    seed: undefined,
    shipped: false,
    write: false,
    prove: false,
    checks: undefined,
  });
});

it('takes rows, columns and pages by name', () => {
  const command = readCommand(['--rows', 'hang,refuse', '--columns=all', '--pages', 'web-bff order', '--seed', '3']);
  expect(command).toMatchObject({
    rows: [{ name: 'refuse' }, { name: 'hang' }],
    columns: [{ name: 'all' }],
    pages: [{ app: 'web-bff', name: 'order' }],
    seed: 3,
  });
});

it('takes the checks to be proven', () => {
  expect(readCommand(['--prove', 'latency,values'])).toMatchObject({
    prove: true,
    checks: ['latency', 'values'],
  });
});

it.each([
  [['--rows', 'soap'], '--rows: there is no "soap"; there are refuse, reset, hang'],
  [['--columns', 'shop'], '--columns: there is no "shop"; there are order, user'],
  [['--pages', 'web-bff cart'], '--pages: there is no "web-bff cart"; there are mobile-bff home'],
  [['--seed', '-1'], '--seed'],
  [['--seed=x'], '--seed is "x"; allowed is a whole number from 0'],
  [['hang'], '"hang" is one word too many'],
  [['--prove', 'a', 'b'], '"b" is one word too many'],
  [['--write', '--rows', 'hang'], '--write is for a run of everything: leave out --rows'],
  [['--prove', 'latency', '--write'], 'leave out latency'],
  [['--fast'], "'--fast'"],
])('refuses %j', (args, message) => {
  expect(() => readCommand(args)).toThrow(UsageError);
  expect(() => readCommand(args)).toThrow(message);
});

it('shows everything that there is in its help', () => {
  expect(readCommand(['--help'])).toBe('help');
  for (const { name } of [...rows, ...columns]) expect(usage).toContain(name);
});
