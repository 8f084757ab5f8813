import { BadRequest, ClientGone } from '@bff/errors';
import { pageOutcomeOf } from './page-outcome.ts';
import type { PageResult } from './page-result.ts';

const failed = (code: 'NOT_FOUND' | 'FORBIDDEN' | 'DOWNSTREAM_TIMEOUT'): PageResult => {
  const failure = { code, retryable: false };
  return { kind: 'failed', section: 'order', failure, failures: { order: failure }, timings: {} };
};
const answered = (...statuses: ('ok' | 'failed')[]): PageResult => ({
  kind: 'answered',
  outcomes: Object.fromEntries(
    statuses.map((status, at) => [
      `section${at}`,
      status === 'ok' ? { status, value: 1 } : { status, failure: { code: 'DOWNSTREAM_TIMEOUT', retryable: true } },
    ]),
  ),
  timings: {},
});

it.each([
  ['complete', 'a whole page', answered('ok', 'ok')],
  ['degraded', 'a partial page', answered('ok', 'failed')],
  ['failed', 'a page whose required section failed', failed('DOWNSTREAM_TIMEOUT')],
  ['refused', 'an order that is not there', failed('NOT_FOUND')],
  ['refused', 'an order that may not be seen', failed('FORBIDDEN')],
  ['refused', 'a cursor that is refused', { kind: 'refused', problem: new BadRequest([]), timings: {} }],
  ['aborted', 'a client that left', { kind: 'aborted', reason: new ClientGone(), timings: {} }],
] satisfies [string, string, PageResult][])('counts as %s: %s', (outcome, _, result) => {
  expect(pageOutcomeOf(result)).toBe(outcome);
});
