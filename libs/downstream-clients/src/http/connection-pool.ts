import { Pool } from 'undici';

/** 1 MiB. The most that is asked for at once is far less: 300 products are about a fifth of it, 100 orders a tenth. */
const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
/** Node servers keep idle connections for 5 s, ours for 75 s. A connection that we close first cannot be closed under a request. */
const IDLE_MS = 4_000;
/** Longer than any attempt needs on a healthy network; bounds what a call that was given up leaves behind. */
const CONNECT_MS = 1_000;
/** Every call has a deadline of far less; this is for a call whose deadline was lost by a bug. */
const SILENCE_MS = 30_000;
/** Far above the bulkhead's 64, which is the real bound and can be changed while running. */
const MAX_CONNECTIONS = 512;

/** Where a service is: the origin to connect to and the path that every operation's path follows. */
export interface ServiceAddress {
  readonly origin: string;
  /** `/base` or nothing; never ends in a slash. */
  readonly basePath: string;
}

/** @throws TypeError for anything but an absolute http(s) URL without credentials, query and fragment. */
export function serviceAddress(url: string): ServiceAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new TypeError('a service URL must be an http or https URL');
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new TypeError('a service URL must not hold credentials, a query or a fragment');
  }
  return { origin: parsed.origin, basePath: parsed.pathname.replace(/\/+$/, '') };
}

/**
 * The connections to one service. It reads no proxy from the environment, follows no redirect and inflates no body; an
 * answer of more than 1 MiB or headers of more than 16 KiB end the connection. A server's `Keep-Alive` hint can shorten
 * the time that an idle connection is kept (default 4 s), not lengthen it.
 */
export function createConnectionPool(origin: string, { idleMs = IDLE_MS }: { idleMs?: number } = {}): Pool {
  return new Pool(origin, {
    connections: MAX_CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    connectTimeout: CONNECT_MS,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
}
