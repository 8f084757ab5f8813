import { DownstreamError, type SectionCode } from '@bff/errors';

/** Not `DOWNSTREAM_RATE_LIMITED`: that may be what the service itself said to the second attempt. */
const refusals: ReadonlySet<SectionCode> = new Set([
  'DOWNSTREAM_CIRCUIT_OPEN',
  'DOWNSTREAM_OVERLOADED',
  'BUDGET_EXHAUSTED',
]);

/**
 * What a call ends with. When its next attempt was refused here, that is why the one before failed, and when to come back is
 * what the refusal says: "the circuit is open" of a call that was sent, and helped to open it, would hide the fault.
 */
export function endOfCall(failed: DownstreamError | undefined, error: unknown): unknown {
  if (!failed || !(error instanceof DownstreamError) || !refusals.has(error.code)) return error;
  const { code, service, operation, blame, cause } = failed;
  return new DownstreamError(code, {
    service,
    operation,
    blame,
    cause,
    detail: `${failed.detail ?? 'no answer'}; not tried again: ${error.detail ?? error.code}`,
    retryAfterMs: error.retryAfterMs ?? failed.retryAfterMs,
  });
}
