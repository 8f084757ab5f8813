import { type JWTPayload } from 'jose';
import { TokenRefused } from './token-refused.ts';

/** What a caller may be. A role that a token names and that is not in this list is ignored, not refused. */
export const roles = ['customer', 'support', 'operator'] as const;

export type Role = (typeof roles)[number];

/** Who sent the request, as a verified token says. Nothing in it comes from anything that was not signed. */
export interface Caller {
  /** The token's subject: `usr_0001`. */
  readonly userId: string;
  /** From the claim `roles` (RFC 9068, section 2.2.3.1), known ones only. May be empty. */
  readonly roles: ReadonlySet<Role>;
  /** From the claim `scope`, space separated (RFC 8693, section 4.2). May be empty. */
  readonly scopes: ReadonlySet<string>;
}

/** The form of a user id in every contract. A token for anything else (a machine, say) is no caller of a BFF. */
const userId = /^usr_[0-9A-Za-z]{1,32}$/;

const isKnownRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** The caller that verified claims speak of. Roles and scopes of an odd type grant nothing. */
export function callerOf(claims: JWTPayload): Caller {
  const { sub, scope } = claims;
  if (typeof sub !== 'string' || !userId.test(sub)) throw new TokenRefused('claims');
  const named: readonly unknown[] = Array.isArray(claims['roles']) ? claims['roles'] : [];
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
  return { userId: sub, roles: new Set(named.filter(isKnownRole)), scopes: new Set(scopes) };
}
