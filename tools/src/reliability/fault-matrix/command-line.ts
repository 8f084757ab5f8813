import { readOptions } from '../../command-line/read-options.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { type Column, columns } from './columns.ts';
import { type PageSpec, nameOf } from './pages/page-spec.ts';
import { pages } from './pages/pages.ts';
import { type Row, rows } from './rows.ts';

export interface MatrixCommand {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly pages: readonly PageSpec[];
  /** One cell a row, in a column drawn from it. Undefined: all of them. */
  readonly seed: number | undefined;
  /** The open times that ship, instead of short ones. */
  readonly shipped: boolean;
  /** Put the result into docs/reliability.md. */
  readonly write: boolean;
  /** Take the protections out one by one, and see each check fail. */
  readonly prove: boolean;
  /** Of `--prove`: these checks only. */
  readonly checks: readonly string[] | undefined;
}

export const usage = `npm run fault-matrix -- [--rows a,b] [--columns a,b] [--pages a,b] [--seed N] [--shipped] [--write]
npm run fault-matrix -- --prove [check,check] [--write]

  --rows     faults: ${rows.map(({ name }) => name).join(', ')}
  --columns  services: ${columns.map(({ name }) => name).join(', ')}
  --pages    ${pages.map((page) => `"${nameOf(page)}"`).join(', ')}
  --seed N   one cell for each row, in a column drawn from N
  --shipped  the open times of circuits that ship (5 to 30 s), instead of 0.5 to 1 s
  --write    put the result into docs/reliability.md
  --prove    take out the protection behind each check, in a copy, and see the check fail`;

const knownOptions = {
  rows: { type: 'string' },
  columns: { type: 'string' },
  pages: { type: 'string' },
  seed: { type: 'string' },
  shipped: { type: 'boolean' },
  write: { type: 'boolean' },
  prove: { type: 'boolean' },
} as const;

/** @throws {UsageError} naming the argument and what there is */
export function readCommand(args: readonly string[]): MatrixCommand | 'help' {
  const { values, positionals } = readOptions(args, knownOptions);
  if (values.help || positionals[0] === 'help') return 'help';
  const [checks, extra] = positionals;
  const stray = extra ?? (values.prove ? undefined : checks);
  if (stray !== undefined) throw new UsageError(`"${stray}" is one word too many`);
  const narrowed = ['rows', 'columns', 'pages', 'seed'].find((option) => Object.hasOwn(values, option)) ?? checks;
  if (values.write && narrowed !== undefined) {
    throw new UsageError(
      `--write is for a run of everything: leave out ${checks === narrowed ? checks : `--${narrowed}`}`,
    );
  }
  return {
    rows: chosen('--rows', values.rows, rows, ({ name }) => name),
    columns: chosen('--columns', values.columns, columns, ({ name }) => name),
    pages: chosen('--pages', values.pages, pages, nameOf),
    seed: values.seed === undefined ? undefined : seedFrom(values.seed),
    shipped: values.shipped ?? false,
    write: values.write ?? false,
    prove: values.prove ?? false,
    checks: checks?.split(','),
  };
}

function chosen<Item>(
  option: string,
  given: string | undefined,
  known: readonly Item[],
  name: (item: Item) => string,
): readonly Item[] {
  if (given === undefined) return known;
  const names = given.split(',').map((part) => part.trim());
  const stranger = names.find((one) => !known.some((item) => name(item) === one));
  if (stranger !== undefined) {
    throw new UsageError(`${option}: there is no "${stranger}"; there are ${known.map(name).join(', ')}`);
  }
  return known.filter((item) => names.includes(name(item)));
}

function seedFrom(text: string): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new UsageError(`--seed is "${text}"; allowed is a whole number from 0`);
}
