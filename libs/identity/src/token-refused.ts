/**
 * Why a token was refused, as it may be told to whoever sent it: fixed sentences, nothing out of the token. Only the
 * characters that RFC 6750, section 3 allows in `error_description`.
 */
const descriptions = {
  malformed: 'The token is malformed',
  algorithm: 'The token is signed with an algorithm that is not accepted',
  signature: 'The signature of the token is not valid',
  expired: 'The token has expired',
  notYetValid: 'The token is not valid yet',
  issuer: 'The token comes from another issuer',
  audience: 'The token is meant for another audience',
  claims: 'A claim of the token is missing or not valid',
} as const;

export type RefusalReason = keyof typeof descriptions;

/** A token that was looked at and is not accepted. Stays inside this library; callers see the 401 made from it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(descriptions[reason]);
    this.reason = reason;
  }
}
