import { randomUUID } from 'node:crypto';

const acceptable = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The id that a request is known by in every log line and answer. A caller's own `x-request-id` is taken over when it
 * is 1 to 64 letters, digits, dots, dashes and underscores; anything else could forge or flood the log, and is replaced
 * by a random UUID.
 */
export function requestIdFrom(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && acceptable.test(header) ? header : randomUUID();
}
