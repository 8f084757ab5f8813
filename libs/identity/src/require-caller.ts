import { HttpProblem } from '@bff/errors';
import { type Caller, type Role } from './caller.ts';
import { type TokenVerifier } from './token-verifier.ts';

/**
 * Node's `req.headersDistinct`. Not `req.headers`: of two Authorization lines that shows the first and hides the
 * second.
 */
export type DistinctHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * The caller named by the request's bearer token (RFC 6750, section 2.1).
 *
 * @throws HttpProblem 401 with `WWW-Authenticate` when there is no token or it is refused; 503 when the issuer's keys
 *   could not be had.
 */
export async function requireCaller(verifier: TokenVerifier, headers: DistinctHeaders): Promise<Caller> {
  return verifier.verify(headers['authorization']?.[0] ?? '');
}

/** @throws HttpProblem 403 `FORBIDDEN` when the caller does not have the role. */
export function requireRole(caller: Caller, role: Role): void {
  if (!caller.roles.has(role)) throw new HttpProblem(403, 'FORBIDDEN', 'Not allowed');
}

/** @throws HttpProblem 403 `FORBIDDEN` with `error="insufficient_scope"` when the token lacks the scope. */
export function requireScope(caller: Caller, scope: string): void {
  if (!caller.scopes.has(scope)) throw new HttpProblem(403, 'FORBIDDEN', 'Not allowed');
}
