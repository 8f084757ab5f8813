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
  /** Number of the database. A cluster has only 0. */
  readonly db?: number;
  readonly tls: boolean;
}

/**
 * Reads `REDIS_URL`: `redis://[[user]:password@]host[:port][/db]`, `rediss://` for TLS. Several of them, separated by
 * commas, are nodes of one cluster; `redis+cluster://` and `rediss+cluster://` say so for a single one.
 *
 * Throws an `Error` of one line that says what is wrong and never holds the password.
 */
export function parseRedisUrl(_text: string): RedisTarget {
  throw new Error('not there yet');
}
