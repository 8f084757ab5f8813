import { type Caller, type Role } from './caller.ts';
import { credentialsMissing, credentialsRefused, roleMissing } from './problems.ts';
import { TokenRefused } from './token-refused.ts';
import { type TokenVerifier } from './token-verifier.ts';

/**
 * Node's `req.headersDistinct`. Not `req.headers`: of two Authorization lines that shows the first and hides the
 * second.
 */
export type DistinctHeaders = Readonly<Record<string, readonly string[] | undefined>>;

const bearerScheme = /^bearer(?: |$)/i;
/** `Bearer` and a token68 (RFC 6750, section 2.1; the scheme is case-insensitive by RFC 9110, section 11.1). */
const bearerCredentials = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/**
 * The caller named by the request's bearer token. Only the Authorization header counts: a token in the query or in a
 * form ends up in logs and histories.
 *
 * @throws HttpProblem 401 with `WWW-Authenticate` when there is no token or it is refused; 503 when the issuer's keys
 *   could not be had.
 */
export async function requireCaller(verifier: TokenVerifier, headers: DistinctHeaders): Promise<Caller> {
  return verifier.verify(bearerTokenOf(headers));
}

function bearerTokenOf(headers: DistinctHeaders): string {
  const [credentials, ...others] = headers['authorization'] ?? [];
  // Two of them may come from a proxy and a client that disagree on which one counts.
  if (others.length > 0) throw credentialsRefused(new TokenRefused('malformed'));
  // Another scheme is a client that does not know what is asked here; RFC 6750 wants it told as if it had sent nothing.
  if (credentials === undefined || !bearerScheme.test(credentials)) throw credentialsMissing();
  const token = bearerCredentials.exec(credentials)?.[1];
  if (token === undefined) throw credentialsRefused(new TokenRefused('malformed'));
  return token;
}

/** @throws HttpProblem 403 `FORBIDDEN` when the caller does not have the role. */
export function requireRole(caller: Caller, role: Role): void {
  if (!caller.roles.has(role)) throw roleMissing();
}
