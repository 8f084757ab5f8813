import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';
import type { InterfaceCommand } from './interface-command.ts';

const usageOf = ({ name }: InterfaceCommand): string =>
  `usage: npm run ${name} -- check | write [--breaking "why, and what clients are to do"]`;

/** Everything that can be typed. */
export const helpOf = (command: InterfaceCommand): string => `${usageOf(command)}

${command.about}

  check       says in words how what is committed differs from the code, and what of it would break a client
  write       makes them anew; refuses a change that would break a client
  --breaking  writes such a change, and puts the reason down in ${command.changelogFile}`;

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'check' }
  | { readonly name: 'write'; readonly reason: string | undefined };

/** @throws {UsageError} for everything that is not one of the commands */
export function parseCommandLine(args: readonly string[], of: InterfaceCommand): Command {
  const usage = usageOf(of);
  const { positionals, values } = readOptions(args, { breaking: { type: 'string' } });
  if (values.help) return { name: 'help' };
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is too much; ${usage}`);
  if (name === 'check' && values.breaking === undefined) return { name };
  if (name !== 'write') throw new UsageError(usage);
  if (values.breaking?.trim() === '') throw new UsageError('--breaking needs a reason, for those whose client breaks');
  return { name, reason: values.breaking?.trim() };
}
