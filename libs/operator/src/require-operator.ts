import { type Caller, type DistinctHeaders, type TokenVerifier, requireCaller, requireRole } from '@bff/identity';
import type { Logger } from '@bff/observability';

export interface OperatorRequest {
  readonly verifier: TokenVerifier;
  readonly headers: DistinctHeaders;
  readonly log: Pick<Logger, 'warn'>;
}

/**
 * The operator whose token a request carries. Who has a good token and tries what is not theirs to do is worth a line, which says
 * what was attempted.
 *
 * @throws HttpProblem 401 without a good token, 403 without the role, 503 when the issuer's keys could not be had
 */
export async function requireOperator(
  { verifier, headers, log }: OperatorRequest,
  attempted: { readonly act: string; readonly service?: string },
): Promise<Caller> {
  const caller = await requireCaller(verifier, headers);
  try {
    requireRole(caller, 'operator');
  } catch (error) {
    log.warn({ ...attempted, by: caller.userId }, 'operator act refused');
    throw error;
  }
  return caller;
}
