import { parseArgs, types } from 'node:util';

export const usage = 'usage: npm run openapi -- check | write [--breaking "why, and what clients are to do"]';

/** Everything that can be typed. */
export const help = `${usage}

Each BFF that describes its interface has its OpenAPI document in apps/<app>/openapi.json, and the types of its client
in libs/client/src/generated. Both are made from the code.

  check       says in words how what is committed differs from the code, and what of it would break a client
  write       makes them anew; refuses a change that would break a client
  --breaking  writes such a change, and puts the reason down in apps/<app>/openapi-changes.md`;

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'check' }
  | { readonly name: 'write'; readonly reason: string | undefined };

/** What was typed makes no command. The message says in one line what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} for everything that is not one of the commands */
export function parseCommandLine(args: readonly string[]): Command {
  const { positionals, values } = parse(args);
  if (values.help) return { name: 'help' };
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is too much; ${usage}`);
  if (name === 'check' && values.breaking === undefined) return { name };
  if (name !== 'write') throw new UsageError(usage);
  if (values.breaking?.trim() === '') throw new UsageError('--breaking needs a reason, for those whose client breaks');
  return { name, reason: values.breaking?.trim() };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { breaking: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${types.isNativeError(error) ? error.message.split(/\. |\n/)[0] : String(error)}; ${usage}`);
  }
}
