import { type RequestListener } from 'node:http';
import { type Clock, systemClock } from '@bff/clock';
import { listen } from '../listen.ts';
import { type Fields, keyConfusedJwt, signedJwt, unsignedJwt } from './jwt.ts';
import { type SigningAlgorithm, type SigningKey, createSigningKey } from './signing-key.ts';

/** An identity issuer for tests: real keys, real signatures, and a JWK set on a real server. */
export interface TokenIssuer {
  /** `iss` of its tokens: its own address. */
  readonly issuer: string;
  /** `aud` of its tokens. */
  readonly audience: string;
  readonly jwksUrl: string;
  /** The key that signs at present. */
  readonly key: SigningKey;
  /** How often the JWK set was asked for, answered or not. */
  readonly jwksRequests: number;
  /** Claims as JSON, with defaults for a valid customer `usr_0001` and an hour to live. */
  payload(claims?: Fields): string;
  /** A token signed with the key at present. */
  token(claims?: Fields, header?: Fields): string;
  /** A token by somebody else, who names this issuer and its key. */
  forgedToken(claims?: Fields, header?: Fields): string;
  /** A token with `alg: none`. */
  unsignedToken(claims?: Fields): string;
  /** A token with `alg: HS256`, signed with the public key as the secret. */
  keyConfusedToken(claims?: Fields): string;
  /** Signs with a new key from now on. The one before leaves the JWK set, unless it is to be kept. */
  rotate(options?: { alg?: SigningAlgorithm; keepOld?: boolean }): void;
  /** Breaks every connection at the first request on it, as a crashed process behind a load balancer would. */
  goDown(): void;
  /** Answers as an issuer should again. */
  comeBack(): void;
  /** Answers as told, to try a broken issuer. */
  answerWith(listener: RequestListener): void;
  close(): Promise<void>;
}

export interface TokenIssuerOptions {
  /** What `iat` and `exp` are counted from. Default: the system's clock. */
  clock?: Clock;
  /** Default `bff`. */
  audience?: string;
}

/** Starts an issuer on a port of its own. */
export async function startTokenIssuer({
  clock = systemClock,
  audience = 'bff',
}: TokenIssuerOptions = {}): Promise<TokenIssuer> {
  let key = createSigningKey();
  let published = [key.publicJwk];
  let jwksRequests = 0;

  const serveKeys: RequestListener = (_request, response) => {
    response.setHeader('content-type', 'application/jwk-set+json');
    response.end(JSON.stringify({ keys: published }));
  };
  let listener = serveKeys;

  const server = await listen((request, response) => {
    jwksRequests += 1;
    listener(request, response);
  });
  const issuer = server.url;

  function payload(claims: Fields = {}): string {
    const iat = Math.floor(clock.wallTime() / 1000);
    const defaults = { sub: 'usr_0001', roles: ['customer'], scope: 'orders:read profile:read', client_id: 'test' };
    return JSON.stringify({ iss: issuer, aud: audience, ...defaults, iat, exp: iat + 3600, ...claims });
  }

  return {
    issuer,
    audience,
    jwksUrl: `${issuer}/.well-known/jwks.json`,
    get key() {
      return key;
    },
    get jwksRequests() {
      return jwksRequests;
    },
    payload,
    token: (claims, header) => signedJwt(key, payload(claims), header),
    forgedToken: (claims, header) => signedJwt(createSigningKey(key.alg, key.kid), payload(claims), header),
    unsignedToken: (claims) => unsignedJwt(key, payload(claims)),
    keyConfusedToken: (claims) => keyConfusedJwt(key, payload(claims)),
    rotate({ alg, keepOld = false } = {}) {
      key = createSigningKey(alg);
      published = keepOld ? [...published, key.publicJwk] : [key.publicJwk];
    },
    goDown() {
      listener = (request) => request.socket.destroy();
    },
    comeBack() {
      listener = serveKeys;
    },
    answerWith(other) {
      listener = other;
    },
    close: () => server.close(),
  };
}
