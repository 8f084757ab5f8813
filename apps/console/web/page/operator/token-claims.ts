/** What a token says of itself, unverified: for the person who uses it, not to decide by. */
export interface TokenClaims {
  readonly sub: string;
  /** In ms since the Unix epoch; null where it says none. */
  readonly expiresAt: number | null;
  readonly isOperator: boolean;
}

/** Undefined for what is no JWT. */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const claims = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const { sub, exp, roles } = claims;
    if (typeof sub !== 'string') return undefined;
    return {
      sub,
      expiresAt: typeof exp === 'number' ? exp * 1000 : null,
      isOperator: Array.isArray(roles) && roles.includes('operator'),
    };
  } catch {
    return undefined;
  }
}
