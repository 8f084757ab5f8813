import { FAIR_SHARE, type ServiceLimits, type Verdict, verdictOf } from '@bff/resilience';
import type { RecordedCall } from './call-ring.ts';

/**
 * What a recorded call said of its service's health, as the circuit breaker judges under these limits.
 *
 * The record has the code and not whom it blames. A time-out that came of the end of the page is told from one of the
 * attempt's limit by how long it took (and blames nobody if that was less than half of the limit), so one in which the event
 * loop stood still is held against the service here and was not then. An answer that was bad because of what we asked, or
 * because of a defect of ours, is held against it as well: both are rare, and are logged as errors.
 */
export function verdictOnCall({ end, durationMs }: RecordedCall, { attemptMs, breaker }: ServiceLimits): Verdict {
  switch (end) {
    case 'ok':
      return 'success';
    case 'aborted':
      return 'neutral';
    case 'outrun':
      // As for real: else hedging would hide that a service has become slow.
      return durationMs > breaker.slowCallMs ? 'success' : 'neutral';
    case 'cut-short':
      return verdictOf('DOWNSTREAM_TIMEOUT', durationMs < attemptMs * FAIR_SHARE ? 'none' : 'service');
    default:
      return verdictOf(end, 'service');
  }
}

/** The call as it would have ended with this limit: what took longer is a time-out at that moment. */
export function limitedCall(call: RecordedCall, attemptMs: number): RecordedCall {
  if (call.attempt === 0 || call.durationMs <= attemptMs) return call;
  return { ...call, durationMs: attemptMs, end: 'DOWNSTREAM_TIMEOUT' };
}
