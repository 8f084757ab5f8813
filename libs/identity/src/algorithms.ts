/**
 * The signatures that are accepted (RFC 7518, RFC 8037). Asymmetric ones only: with an HMAC on the list, anyone could
 * sign a token with the issuer's public key as the secret. `none` is no signature.
 */
export const algorithms = ['ES256', 'EdDSA', 'RS256', 'PS256'] as const;

export type Algorithm = (typeof algorithms)[number];

export const isAlgorithm = (value: unknown): value is Algorithm => algorithms.some((name) => name === value);
