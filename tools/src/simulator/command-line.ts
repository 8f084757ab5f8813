import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';

export interface SimulateCommand {
  readonly schedules: number;
  readonly seed: number;
  readonly workers: number;
  readonly trace: boolean;
  /** Put the counts into docs/reliability.md. */
  readonly write: boolean;
}

export const usage = 'usage: npm run simulate -- [--schedules n] [--seed n] [--workers n] [--trace] [--write]';

/** Everything that can be typed. */
export const help = `${usage}

Plays random schedules of faults, latencies, aborts, clock steps and interference on the real policies and page engine,
and stops at the first that breaks an invariant.

  --schedules  how many, default 1000000
  --seed       of the first schedule; each that follows has the next. Default: drawn, and printed
  --workers    threads, default one for each core
  --trace      tells everything that happens, for one schedule: --seed n --schedules 1 --trace
  --write      puts the counts into docs/reliability.md, when every invariant held`;

/** Seeds are 32 bits. */
const MOST_SEED = 2 ** 32 - 1;

export interface Defaults {
  readonly seed: number;
  readonly cores: number;
}

const knownOptions = {
  schedules: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  trace: { type: 'boolean' },
  write: { type: 'boolean' },
} as const;

/** @throws {UsageError} for everything that is not a command */
export function parseCommandLine(args: readonly string[], { seed, cores }: Defaults): SimulateCommand | 'help' {
  const { positionals, values } = readOptions(args, knownOptions);
  if (positionals.length > 0) throw new UsageError(`"${positionals.join(' ')}" is too much; ${usage}`);
  if (values.help) return 'help';
  const schedules = wholeNumber('schedules', values.schedules, { least: 1, most: 1_000_000_000, otherwise: 1_000_000 });
  const trace = values.trace === true;
  if (trace && schedules !== 1) throw new UsageError('--trace tells one schedule: add --schedules 1');
  if (trace && values.seed === undefined) throw new UsageError('--trace needs the --seed of the schedule');
  return {
    schedules,
    seed: wholeNumber('seed', values.seed, { least: 0, most: MOST_SEED, otherwise: seed }),
    workers: wholeNumber('workers', values.workers, { least: 1, most: 64, otherwise: cores }),
    trace,
    write: values.write === true,
  };
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

function wholeNumber(name: string, text: string | undefined, { least, most, otherwise }: Range): number {
  if (text === undefined) return otherwise;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`--${name} "${text}" is not a whole number from ${least} to ${most}`);
  return number;
}
