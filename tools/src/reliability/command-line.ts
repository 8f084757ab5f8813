import { parseArgs } from 'node:util';
import type { Scenario } from './scenario.ts';

export interface ReliabilityCommand {
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  /** Put the figures into docs/reliability.md. */
  readonly write: boolean;
}

/** An argument that cannot be used. The message says what was given and what is allowed. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

/** The words of the help. */
export const usage = (known: readonly Scenario[]): string =>
  [
    'npm run reliability -- <scenario> … | all  [--seed N] [--write]',
    '',
    ...known.map(({ name, does }) => `  ${name.padEnd(18)}${does}`),
    '',
    '  --seed N   what is drawn at random is drawn from it; default 1',
    '  --write    put the figures into docs/reliability.md',
  ].join('\n');

/** @throws {BadArgument} naming the argument */
export function readCommand(args: readonly string[], known: readonly Scenario[]): ReliabilityCommand | 'help' {
  const { values, positionals } = parse(args);
  if (values.help || positionals.length === 0 || positionals[0] === 'help') return 'help';
  const seed = Number(values.seed ?? '1');
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new BadArgument(`--seed is "${values.seed}"; allowed is a whole number from 0`);
  }
  return { scenarios: chosen(positionals, known), seed, write: values.write ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seed: { type: 'string' }, write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new BadArgument(error instanceof Error ? error.message : String(error));
  }
}

function chosen(names: readonly string[], known: readonly Scenario[]): readonly Scenario[] {
  if (names.length === 1 && names[0] === 'all') return known;
  return names.map((name) => {
    const scenario = known.find((one) => one.name === name);
    if (scenario) return scenario;
    throw new BadArgument(`there is no scenario "${name}"; there are ${known.map((one) => one.name).join(', ')}`);
  });
}
