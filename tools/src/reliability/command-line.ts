import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';
import type { Scenario } from './scenario.ts';

export interface ReliabilityCommand {
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  /** Undefined: each scenario's own. */
  readonly minutes: number | undefined;
  /** Put the figures into docs/reliability.md. */
  readonly write: boolean;
}

/** The words of the help. */
export const usage = (known: readonly Scenario[]): string =>
  [
    'npm run reliability -- <scenario> … | all  [--seed N] [--minutes N] [--write]',
    '',
    ...known.map(({ name, does }) => `  ${name.padEnd(18)}${does}`),
    '',
    '  --seed N   what is drawn at random is drawn from it; default 1',
    '  --minutes  how long a scenario goes on that has no end of its own (soak); parts of one are allowed',
    '  --write    put the figures into docs/reliability.md',
  ].join('\n');

const knownOptions = { seed: { type: 'string' }, minutes: { type: 'string' }, write: { type: 'boolean' } } as const;

/** @throws {UsageError} naming the argument */
export function readCommand(args: readonly string[], known: readonly Scenario[]): ReliabilityCommand | 'help' {
  const { values, positionals } = readOptions(args, knownOptions);
  if (values.help || positionals.length === 0 || positionals[0] === 'help') return 'help';
  const seed = Number(values.seed ?? '1');
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new UsageError(`--seed is "${values.seed}"; allowed is a whole number from 0`);
  }
  return {
    scenarios: chosen(positionals, known),
    seed,
    minutes: values.minutes === undefined ? undefined : minutesOf(values.minutes),
    write: values.write ?? false,
  };
}

function minutesOf(given: string): number {
  const minutes = Number(given);
  if (Number.isFinite(minutes) && minutes > 0) return minutes;
  throw new UsageError(`--minutes is "${given}"; allowed is a number above 0`);
}

function chosen(names: readonly string[], known: readonly Scenario[]): readonly Scenario[] {
  if (names.length === 1 && names[0] === 'all') return known;
  return names.map((name) => {
    const scenario = known.find((one) => one.name === name);
    if (scenario) return scenario;
    throw new UsageError(`there is no scenario "${name}"; there are ${known.map((one) => one.name).join(', ')}`);
  });
}
