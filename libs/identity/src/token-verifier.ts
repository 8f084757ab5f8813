import { type Clock } from '@bff/clock';
import { type Caller, callerOf } from './caller.ts';
import { type TokenExpectations, checkToken } from './check-token.ts';
import { type KeyLog, KeySet } from './key-set.ts';
import { type KeySetLimits, defaultKeySetLimits } from './key-set-limits.ts';
import { credentialsRefused, keysUnavailable } from './problems.ts';
import { readTokenHeader } from './token-header.ts';
import { TokenRefused } from './token-refused.ts';
import { VerifiedTokens } from './verified-tokens.ts';

export interface TokenVerifierOptions extends TokenExpectations {
  /** What `iss` must be, character by character. */
  readonly issuer: string;
  /** What `aud` must be or contain. */
  readonly audience: string;
  /** Where the issuer publishes its public keys as a JWK set (RFC 7517). */
  readonly jwksUrl: string;
  readonly clock: Clock;
  /** Told when the keys become unavailable and when they are back. Never told a token. */
  readonly logger?: KeyLog;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Between 0 and 1, for the jitter of retries. Default: `Math.random`. */
  readonly random?: () => number;
  /** Anything that differs from `defaultKeySetLimits`. */
  readonly keys?: Partial<KeySetLimits>;
  /** How verifications are remembered. Default: for 60 s, at most 10,000 of them. */
  readonly remember?: { readonly maxAgeMs: number; readonly maxEntries: number };
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

/** Longest token that is looked at. Real ones have about 500 bytes; Node takes headers of up to 16 KiB. */
const maxTokenBytes = 8192;

/** A verifier that begins to fetch keys at once, and keeps trying until it has them. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { clock, remember = { maxAgeMs: 60_000, maxEntries: 10_000 } } = options;
  const keySet = new KeySet({
    clock,
    url: new URL(options.jwksUrl),
    limits: { ...defaultKeySetLimits, ...options.keys },
    fetch: options.fetch ?? fetch,
    random: options.random ?? Math.random,
    logger: options.logger,
  });
  const verifiedTokens = new VerifiedTokens({ clock, ...remember });

  function remembered(token: string): Caller | undefined {
    const entry = verifiedTokens.get(token);
    if (!entry) return undefined;
    if (keySet.held(entry.signedWith) === entry.key) return entry.caller;
    verifiedTokens.delete(token);
    return undefined;
  }

  async function check(token: string): Promise<Caller> {
    const signedWith = readTokenHeader(token);
    const found = await keySet.find(signedWith);
    if (found.status === 'undecided') throw keysUnavailable(found.retryAfterMs);
    if (found.status === 'unknown') throw new TokenRefused('signature');
    const claims = await checkToken(token, found.key, options, clock.wallTime());
    const caller = callerOf(claims);
    verifiedTokens.add(token, { caller, signedWith, key: found.key, exp: claims.exp });
    return caller;
  }

  return {
    async verify(token) {
      try {
        if (token.length > maxTokenBytes) throw new TokenRefused('malformed');
        return remembered(token) ?? (await check(token));
      } catch (error) {
        throw error instanceof TokenRefused ? credentialsRefused(error) : error;
      }
    },
    ready: () => keySet.usable,
    close: () => keySet.close(),
  };
}
