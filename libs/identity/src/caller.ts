/** What a caller may be. A role that a token names and that is not in this list is ignored, not refused. */
export const roles = ['customer', 'support'] as const;

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
