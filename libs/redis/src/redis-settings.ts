import type { ClusterOptions, DNSLookupFunction, RedisOptions } from 'ioredis';
import type { RedisNode } from './redis-url.ts';

export interface RedisConnectionOptions {
  /** Even in [0, 1), for the jitter of reconnections. */
  readonly random: () => number;
  /** What a command may take before it is given up. Redis may still do it later. */
  readonly commandMs: number;
}

/**
 * ioredis waits for ever by default: it queues commands while there is no connection, sends them again after one was lost,
 * and takes a server that hangs for one that is slow. Whoever asks here would rather do without an answer than wait.
 */
const impatient = {
  /** A command that waits for its turn on the next reconnection fails at once instead. */
  maxRetriesPerRequest: 0,
  /** What was sent on a lost connection may have been done; nobody waits for it, and a lookup sent twice is of no use. */
  autoResendUnfulfilledCommands: false,
  /** A host that swallows packets is given this long, instead of 10 s. */
  connectTimeout: 300,
  /** A server that hangs keeps its connections. This ends them, so that a new one is tried. */
  socketTimeout: 2000,
  /** When the server does not close its side of a connection that this process closed. The default, 2 s, would hold a stop up. */
  disconnectTimeout: 200,
  /** Nothing here needs RESP3, and its handshake is one more thing that a proxy may refuse. */
  protocol: 2,
  /** Two commands fewer at each connection. */
  disableClientInfo: true,
} as const satisfies RedisOptions;

const LONGEST_BACKOFF_MS = 1000;

/** Doubles from 50 ms to 1 s, for ever. Half of it is random, so that all replicas do not knock in one moment. */
const backoff =
  (random: () => number) =>
  (attempt: number): number => {
    const delayMs = Math.min(50 * 2 ** Math.min(attempt - 1, 10), LONGEST_BACKOFF_MS);
    return delayMs / 2 + (delayMs / 2) * random();
  };

const accessOf = ({ username, password, tls }: RedisNode): Pick<RedisOptions, 'username' | 'password' | 'tls'> => ({
  ...(username !== undefined && { username }),
  ...(password !== undefined && { password }),
  ...(tls && { tls: {} }),
});

export const singleSettings = (node: RedisNode, { random, commandMs }: RedisConnectionOptions) =>
  ({
    ...impatient,
    /** A command nobody waits for any more still holds memory. This ends it. */
    commandTimeout: commandMs,
    ...accessOf(node),
    host: node.host,
    port: node.port,
    db: node.db,
    /** Fail at once while there is no connection: who asks goes on without Redis. */
    enableOfflineQueue: false,
    retryStrategy: backoff(random),
    /** After a failover behind one address, the old master refuses writes; a new connection finds the new one. */
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
  }) satisfies RedisOptions;

/**
 * In a cluster each node's own connection queues commands while it connects, whatever is set here (ioredis 6.0.0,
 * `ConnectionPool`): `commandTimeout`, and what the one who asks waits at most, bound those.
 */
export const clusterSettings = (node: RedisNode, { random, commandMs }: RedisConnectionOptions) =>
  ({
    redisOptions: { ...impatient, commandTimeout: commandMs, ...accessOf(node) },
    enableOfflineQueue: false,
    clusterRetryStrategy: backoff(random),
    /** A key that moves more often than this within one lookup is not worth following. Default 16. */
    maxRedirections: 3,
    /** No second try 100 ms later for who may have given up by then. */
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    /** Those second tries are also what tells ioredis of a failover, so it looks by itself. */
    slotsRefreshInterval: 2000,
    slotsRefreshTimeout: 300,
    /** With TLS, names must stay names: certificates are for them. */
    ...(node.tls && { dnsLookup: namesStay }),
  }) satisfies ClusterOptions;

const namesStay: DNSLookupFunction = (address, found) => found(null, address);
