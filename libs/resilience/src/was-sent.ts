import { DownstreamError, type SectionCode } from '@bff/errors';

/** Codes of a call that was not sent, which therefore earns no retry and no hedge for others. */
const notSentCodes: ReadonlySet<SectionCode> = new Set([
  'DOWNSTREAM_CIRCUIT_OPEN',
  'DOWNSTREAM_OVERLOADED',
  'DOWNSTREAM_RATE_LIMITED',
  'BUDGET_EXHAUSTED',
]);

/** Whether an attempt that rejected with `error` burdened the service. A 429 counts as if it had not: it was cheap. */
export const wasSent = (error: unknown): boolean => !(error instanceof DownstreamError && notSentCodes.has(error.code));
