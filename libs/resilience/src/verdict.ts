import { type Blame, DownstreamError, type SectionCode } from '@bff/errors';

/**
 * What the end of an attempt says of the service's health.
 *
 * - `success`: it answered: a result, a 404, a 403, or a complaint about what we asked.
 * - `failure`: it did not, or not usably.
 * - `neutral`: nothing was learnt: the client left, the page was settled, we refused or failed on our own.
 */
export type Verdict = 'success' | 'failure' | 'neutral';

const verdictByBlame = { service: 'failure', request: 'success', none: 'neutral' } as const satisfies Record<
  Blame,
  Verdict
>;

/** The verdict on an attempt that rejected with `error`. Anything but a `DownstreamError` is neutral. */
export const verdictOn = (error: unknown): Verdict =>
  error instanceof DownstreamError ? verdictOf(error.code, error.blame) : 'neutral';

/** The same where only the code is left, and whose fault it was. */
export function verdictOf(code: SectionCode, blame: Blame): Verdict {
  switch (code) {
    case 'NOT_FOUND':
    case 'FORBIDDEN':
      return 'success';
    case 'DOWNSTREAM_TIMEOUT':
    case 'DOWNSTREAM_UNAVAILABLE':
    case 'DOWNSTREAM_BAD_RESPONSE':
      return verdictByBlame[blame];
    case 'DOWNSTREAM_CIRCUIT_OPEN':
    case 'DOWNSTREAM_OVERLOADED':
    case 'DOWNSTREAM_RATE_LIMITED':
    case 'BUDGET_EXHAUSTED':
      return 'neutral';
  }
}
