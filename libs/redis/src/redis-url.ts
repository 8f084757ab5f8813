/** Where Redis is. */
export type RedisTarget =
  | { readonly kind: 'single'; readonly node: RedisNode }
  /** Any of its nodes; the others are found through them. */
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] };

export interface RedisNode {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  /** Number of the database, 0 by default. A cluster has only that one. */
  readonly db: number;
  readonly tls: boolean;
}

const DEFAULT_PORT = 6379;

/**
 * Reads `REDIS_URL`: `redis://[[user]:password@]host[:port][/db]`, `rediss://` for TLS. Several of them, separated by
 * commas, are nodes of one cluster; `redis+cluster://` and `rediss+cluster://` say so for a single one. A `%`, `,` or
 * `@` in a password is percent-encoded.
 *
 * Throws an `Error` of one line that says what is wrong and never holds the password.
 */
export function parseRedisUrl(text: string): RedisTarget {
  const parts = text.split(',').map((part) => part.trim());
  const parsed = parts.map(parseNode);
  const nodes = parsed.map(({ node }) => node);
  const [first] = nodes;
  if (first && nodes.length === 1 && !parsed[0]?.cluster) return { kind: 'single', node: first };
  if (nodes.some(({ db }) => db !== 0)) throw new Error('a Redis cluster has no databases but 0: leave the path out');
  return { kind: 'cluster', nodes };
}

function parseNode(text: string): { readonly node: RedisNode; readonly cluster: boolean } {
  const url = URL.parse(text);
  const scheme = /^(redis|rediss)(\+cluster)?:$/.exec(url?.protocol ?? '');
  if (!url || !scheme)
    throw new Error('a Redis URL begins with redis://, rediss://, redis+cluster:// or rediss+cluster://');
  if (url.hostname === '') throw new Error('a Redis URL has a host');
  if (!/^(\/\d*)?$/.test(url.pathname)) throw new Error("a Redis URL's path is the number of a database");
  if (url.search !== '' || url.hash !== '') throw new Error('a Redis URL has no query and no fragment');
  const { username, password } = { username: decoded(url.username), password: decoded(url.password) };
  const node = {
    // Brackets belong to an IPv6 address in a URL, not to the address.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    db: Number(url.pathname.slice(1)),
    tls: scheme[1] === 'rediss',
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
  };
  return { node, cluster: scheme[2] !== undefined };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('the user name or password of a Redis URL is not percent-encoded: write % as %25');
  }
}
