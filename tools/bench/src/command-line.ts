import { readOptions } from '../../src/command-line/read-options.ts';
import { UsageError } from '../../src/command-line/usage-error.ts';
import type { BenchPart } from './bench-part.ts';

export interface BenchCommand {
  readonly parts: readonly BenchPart[];
  readonly rounds: number;
  readonly seconds: number;
  /** Pages that each BFF answers while its memory is watched. */
  readonly requests: number;
  readonly quick: boolean;
  /** Names of the contenders that take part; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** Put the figures into docs/performance.md. */
  readonly write: boolean;
}

const full = { rounds: 7, seconds: 3, requests: 1_000_000 };
const quickly = { rounds: 2, seconds: 1, requests: 20_000 };
/** Above it, a driver on one core would run out of orders that nobody has seen. */
const MOST_SECONDS = 10;

/** What can be named. */
export interface Known {
  readonly parts: readonly BenchPart[];
  readonly contenders: readonly string[];
}

/** The words of the help. */
export const usage = ({ parts, contenders }: Known): string =>
  [
    'npm run bench -- [part …] [--rounds N] [--seconds N] [--requests N] [--only a,b] [--quick] [--write]',
    '',
    ...parts.map(({ name, does }) => `  ${name.padEnd(12)}${does}`),
    '',
    `  --rounds N   of each race; default ${full.rounds}`,
    `  --seconds N  for each contender in each round; default ${full.seconds}`,
    `  --requests N in memory, for each BFF; default ${full.requests}`,
    '  --only a,b   these contenders; ratios are against those that take part. There are',
    `               ${contenders.join(', ')}`,
    '  --quick      little of everything: to see that it works, not to cite',
    '  --write      put the figures into docs/performance.md',
  ].join('\n');

const knownOptions = {
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  requests: { type: 'string' },
  only: { type: 'string' },
  quick: { type: 'boolean' },
  write: { type: 'boolean' },
} as const;

/** @throws {UsageError} naming the argument */
export function readCommand(args: readonly string[], known: Known): BenchCommand | 'help' {
  const { values, positionals } = readOptions(args, knownOptions);
  if (values.help || positionals[0] === 'help') return 'help';
  const { quick = false, write = false } = values;
  if (quick && write) throw new UsageError('--quick and --write exclude each other: quick figures are not to cite');
  if (values.only !== undefined && write)
    throw new UsageError('--only and --write exclude each other: a table has all');
  const defaults = quick ? quickly : full;
  return {
    parts: positionals.length === 0 ? known.parts : positionals.map((name) => partNamed(name, known.parts)),
    rounds: wholeNumber('--rounds', values.rounds, { default: defaults.rounds, most: 1000 }),
    seconds: wholeNumber('--seconds', values.seconds, { default: defaults.seconds, most: MOST_SECONDS }),
    requests: wholeNumber('--requests', values.requests, { default: defaults.requests, most: 100_000_000 }),
    only: values.only?.split(',').map((name) => contenderNamed(name, known.contenders)),
    quick,
    write,
  };
}

function wholeNumber(option: string, given: string | undefined, limits: { default: number; most: number }): number {
  const number = given === undefined ? limits.default : Number(given);
  if (Number.isSafeInteger(number) && number >= 1 && number <= limits.most) return number;
  throw new UsageError(`${option} is "${given}"; allowed is a whole number from 1 to ${limits.most}`);
}

function partNamed(name: string, known: readonly BenchPart[]): BenchPart {
  const part = known.find((one) => one.name === name);
  if (part) return part;
  throw new UsageError(`there is no part "${name}"; there are ${known.map((one) => one.name).join(', ')}`);
}

function contenderNamed(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  throw new UsageError(`there is no contender "${name}"; there are ${known.join(', ')}`);
}
