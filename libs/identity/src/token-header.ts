import { type ProtectedHeaderParameters, decodeProtectedHeader } from 'jose';
import { type Algorithm, isAlgorithm } from './algorithms.ts';
import { TokenRefused } from './token-refused.ts';

/** Which key a token says that it was signed with. Not proven before the signature is checked. */
export interface SigningKeyName {
  readonly alg: Algorithm;
  readonly kid: string;
}

/** Access tokens (RFC 9068, section 2.1) and, since many issuers write only that, plain JWTs. */
const types = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);
const longestKid = 256;

/**
 * Reads what is needed of the header and refuses the rest before any cryptography. Keys and addresses that a token
 * brings along (`jwk`, `jku`, `x5c`, `x5u`) are never looked at.
 */
export function readTokenHeader(token: string): SigningKeyName {
  const { alg, kid, typ, crit } = parse(token);
  if (!isAlgorithm(alg)) throw new TokenRefused('algorithm');
  // An extension that must be understood (RFC 7515, section 4.1.11): none is.
  if (crit !== undefined) throw new TokenRefused('malformed');
  if (typeof typ !== 'string' || !types.has(typ.toLowerCase())) throw new TokenRefused('malformed');
  // Without its name a new key could not be told from a wrong signature, and would never be fetched.
  if (typeof kid !== 'string' || kid === '' || kid.length > longestKid) throw new TokenRefused('malformed');
  return { alg, kid };
}

function parse(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new TokenRefused('malformed');
  }
}
