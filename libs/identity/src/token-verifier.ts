import { type Clock } from '@bff/clock';
import { HttpProblem } from '@bff/errors';
import { type Caller } from './caller.ts';

/** The two log calls that are made. A pino logger fits. */
export interface KeyLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface TokenVerifierOptions {
  /** What `iss` must be, compared as a string. */
  issuer: string;
  /** What `aud` must be or contain. */
  audience: string;
  /** Where the issuer publishes its public keys (RFC 7517). */
  jwksUrl: string;
  clock: Clock;
  logger?: KeyLog;
  /** For tests. Default: the global `fetch`. */
  fetch?: typeof fetch;
}

/** Checks bearer tokens against the keys that the issuer publishes, which it fetches in the background by itself. */
export interface TokenVerifier {
  /**
   * The caller that a token was issued to.
   *
   * @throws HttpProblem 401 `UNAUTHENTICATED` when the token is refused; 503 `DOWNSTREAM_UNAVAILABLE` with
   *   `Retry-After` when that cannot be decided, because the issuer's keys could not be had.
   */
  verify(token: string): Promise<Caller>;
  /** Whether there are keys to verify with. False until the first fetch has succeeded. */
  ready(): boolean;
  /** Stops the background fetches. A verifier that is not closed holds the process open. */
  close(): void;
}

/** A verifier that begins to fetch keys at once, and keeps trying until it has them. */
export function createTokenVerifier(_options: TokenVerifierOptions): TokenVerifier {
  return {
    verify: () => Promise.reject(new HttpProblem(401, 'UNAUTHENTICATED', 'Not authenticated')),
    ready: () => false,
    close: () => {},
  };
}
