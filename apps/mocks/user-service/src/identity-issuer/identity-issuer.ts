import { randomUUID } from 'node:crypto';
import { type Clock } from '@bff/clock';
import { type JsonWebKeySet, type TokenRequest, type TokenResponse } from '@bff/contracts';
import { HttpProblem, titleOf } from '@bff/errors';
import { SignJWT } from 'jose';
import { type SigningKey } from './signing-key.ts';

export interface IdentityIssuerOptions {
  /** `iss` of the tokens, and where this service is reached by those who verify them. */
  readonly issuer: string;
  /** `aud` of the tokens. */
  readonly audience: string;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly userExists: (userId: string) => boolean;
}

/** Metadata by which a client finds the rest (RFC 8414, OpenID Connect Discovery 1.0): what applies here. */
export interface IssuerMetadata {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
  readonly token_endpoint_auth_methods_supported: readonly ['none'];
  readonly response_types_supported: readonly string[];
  readonly scopes_supported: readonly string[];
}

/** What a client app's token allows when nothing else was asked for. */
export const defaultScopes: readonly string[] = ['orders:read', 'profile:read'];

/** A working day, so that a token that was fetched in the morning still works in the afternoon. */
const defaultLifetimeSeconds = 8 * 3600;

/**
 * Issues access tokens as an identity provider would, except that it asks for no credentials: it is for development.
 * What it signs is real, so nothing that verifies a token needs an exception for it.
 */
export class IdentityIssuer {
  /** The public key; never the private one. */
  readonly keySet: JsonWebKeySet;
  readonly metadata: IssuerMetadata;
  readonly #options: IdentityIssuerOptions;

  constructor(options: IdentityIssuerOptions) {
    const { issuer, key } = options;
    const base = issuer.replace(/\/$/, '');
    this.#options = options;
    this.keySet = { keys: [key.publicJwk] };
    this.metadata = {
      issuer,
      jwks_uri: `${base}/.well-known/jwks.json`,
      token_endpoint: `${base}/token`,
      token_endpoint_auth_methods_supported: ['none'],
      response_types_supported: [],
      scopes_supported: defaultScopes,
    };
  }

  /**
   * A token with the claims of RFC 9068.
   *
   * @throws HttpProblem 404 when there is no such user
   */
  async issue(request: TokenRequest): Promise<TokenResponse> {
    const { userId, roles = ['customer'], scopes = defaultScopes, expiresInSeconds = defaultLifetimeSeconds } = request;
    const { issuer, audience, key, clock, userExists } = this.#options;
    if (!userExists(userId)) {
      throw new HttpProblem(404, 'NOT_FOUND', titleOf('NOT_FOUND'), { detail: `there is no user ${userId}` });
    }
    const issuedAtSeconds = Math.floor(clock.wallTime() / 1000);
    const token = await new SignJWT({ client_id: 'dev', roles, scope: scopes.join(' ') })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(issuedAtSeconds)
      .setExpirationTime(issuedAtSeconds + expiresInSeconds)
      .setJti(randomUUID())
      .sign(key.privateKey);
    return { access_token: token, token_type: 'Bearer', expires_in: expiresInSeconds };
  }
}
