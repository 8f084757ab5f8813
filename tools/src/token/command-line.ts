import { type TokenRequest, tokenRequestSchema, userRoles } from '@bff/contracts';
import { readOptions } from '../command-line/read-options.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { parseDuration } from '../fault/duration.ts';

export const usage = 'usage: npm run -s token -- [userId] [--role support] [--scope "orders:read"] [--expires 1h]';

/** `customer, support or operator` */
const oneOfRoles = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(userRoles);

/** Everything that can be typed, with the defaults. */
export const help = `${usage}

Prints a development token and nothing else.
  userId     who the token is for; default usr_0001
  --role     ${oneOfRoles}, may be given again for another; default customer
  --scope    scopes, separated by spaces; default what a client app gets
  --expires  30s, 15m or 8h, at most 24h; default 8h`;

const knownOptions = {
  role: { type: 'string', multiple: true },
  scope: { type: 'string' },
  expires: { type: 'string' },
} as const;

/** @throws {UsageError} for everything that is not a request for a token */
export function parseCommandLine(args: readonly string[]): TokenRequest | 'help' {
  const { positionals, values } = readOptions(args, knownOptions);
  if (values.help) return 'help';
  const [userId = 'usr_0001', ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is one word too many; ${usage}`);
  const request = {
    userId,
    ...(values.role && { roles: [...new Set(values.role)] }),
    ...(values.scope !== undefined && { scopes: values.scope.split(/\s+/).filter((scope) => scope !== '') }),
    ...(values.expires !== undefined && { expiresInSeconds: lifetimeSeconds(values.expires) }),
  };
  const checked = tokenRequestSchema.safeParse(request);
  if (checked.success) return checked.data;
  const complaints = checked.error.issues.map(({ path, message }) => describe(path[0], request, message));
  throw new UsageError([...new Set(complaints)].join('; '));
}

function lifetimeSeconds(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new UsageError(`"${text}" is no lifetime; allowed: 30s, 15m or 8h, at most 24h`);
  return ms / 1000;
}

function describe(
  field: PropertyKey | undefined,
  request: { userId: string; roles?: string[] },
  message: string,
): string {
  if (field === 'userId') return `"${request.userId}" is no user id; one looks like usr_0001`;
  if (field === 'roles') return `"${request.roles?.join(', ')}": a role is ${oneOfRoles}`;
  if (field === 'expiresInSeconds') return 'a lifetime is a whole number of seconds, from 1s to 24h';
  return `scopes: ${message}`;
}
