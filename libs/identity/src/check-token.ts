import { type CryptoKey, type JWTPayload, errors, jwtVerify } from 'jose';
import { algorithms } from './algorithms.ts';
import { type RefusalReason, TokenRefused } from './token-refused.ts';

/** How far the clocks of the issuer and of this machine may be apart, in seconds. Holds for `exp`, `nbf` and `iat`. */
export const clockToleranceSeconds = 5;

export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** Claims whose times were checked, so `exp` is there. */
export type CheckedClaims = JWTPayload & { readonly exp: number };

/**
 * Checks signature, issuer, audience and times against one key (RFC 8725 for what has to be checked and why).
 *
 * @param nowMs wall-clock time, milliseconds since the epoch
 * @throws TokenRefused
 */
export async function checkToken(
  token: string,
  key: CryptoKey,
  expected: TokenExpectations,
  nowMs: number,
): Promise<CheckedClaims> {
  const claims = await verifiedClaims(token, key, expected, nowMs);
  const { exp, iat } = claims;
  // JSON has no Infinity, but `1e999` parses as one: a token without an end.
  if (exp === undefined || !Number.isFinite(exp)) throw new TokenRefused('claims');
  if (iat !== undefined && iat > Math.floor(nowMs / 1000) + clockToleranceSeconds)
    throw new TokenRefused('notYetValid');
  return { ...claims, exp };
}

async function verifiedClaims(
  token: string,
  key: CryptoKey,
  { issuer, audience }: TokenExpectations,
  nowMs: number,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [...algorithms],
      issuer,
      audience,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(nowMs),
    });
    return payload;
  } catch (error) {
    throw new TokenRefused(reasonOf(error));
  }
}

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'malformed';
  if (error.claim === 'iss') return 'issuer';
  if (error.claim === 'aud') return 'audience';
  if (error.claim === 'nbf' && error.reason === 'check_failed') return 'notYetValid';
  return 'claims';
}
