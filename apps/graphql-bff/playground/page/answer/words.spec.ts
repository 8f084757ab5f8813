import type { Answer, AnsweredWith, DegradedSection } from './answer.ts';
import { ageInWords, itemsInWords, retryInWords, titleOf } from './words.ts';

const section = (is: DegradedSection['is']): DegradedSection => ({
  path: 'order.payment',
  is,
  code: undefined,
  service: undefined,
  message: undefined,
  retryable: undefined,
  retryAfterMs: undefined,
  ageSeconds: undefined,
  items: undefined,
});
const withDegraded = (...are: DegradedSection['is'][]): AnsweredWith => ({ with: 'data', degraded: are.map(section) });
const refused: AnsweredWith = { with: 'refusal', reasons: [{ code: 'QUERY_REFUSED', message: 'Too deep' }] };
const answer = (answered: AnsweredWith, more: Partial<Answer> = {}): Answer =>
  ({ status: 200, tookMs: 1, requestId: undefined, forSchema: false, ...answered, ...more }) as Answer;

it.each([
  [answer(withDegraded()), 'Complete'],
  [answer(withDegraded('stale')), 'Complete: 1 section stale'],
  [answer(withDegraded('failed', 'stale')), 'Partial: 1 section failed, 1 stale'],
  [answer(withDegraded('stale', 'failed', 'failed')), 'Partial: 2 sections failed, 1 stale'],
  [answer(withDegraded('failed')), 'Partial: 1 section failed'],
  [answer(refused, { status: 400 }), 'Refused: QUERY_REFUSED'],
  [answer(refused, { status: 500 }), 'Failed: QUERY_REFUSED'],
  [answer({ with: 'refusal', reasons: [{ code: undefined, message: 'No' }] }, { status: 400 }), 'Refused'],
  [answer({ with: 'nothing', why: 'x' }, { status: undefined }), 'No answer'],
  [answer(refused, { status: 401, forSchema: true }), 'No schema (Refused: QUERY_REFUSED)'],
])('%j is called %j', (given, title) => {
  expect(titleOf(given)).toBe(title);
});

it.each([
  [{ retryable: true, retryAfterMs: 2000 }, 'try again in 2 s'],
  [{ retryable: true, retryAfterMs: 1001 }, 'try again in 2 s'],
  [{ retryable: true, retryAfterMs: undefined }, 'trying again may help'],
  [{ retryable: false, retryAfterMs: undefined }, 'trying again does not help'],
  [{ retryable: undefined, retryAfterMs: undefined }, undefined],
])('%j means %j', (given, words) => {
  expect(retryInWords(given)).toBe(words);
});

it.each([
  [0, 'less than a second old'],
  [1, '1 second old'],
  [59.9, '59 seconds old'],
  [60, '1 minute old'],
  [95, '1 minute 35 seconds old'],
  [3600, '1 hour old'],
  [7_260, '2 hours 1 minute old'],
  [90_000, '1 day 1 hour old'],
  [864_059, '10 days old'],
])('%d s is %s', (seconds, words) => {
  expect(ageInWords(seconds)).toBe(words);
});

it.each([
  [{ failed: 2, stale: 0, of: 5 }, '2 of 5 failed'],
  [{ failed: 2, stale: 1, of: 5 }, '2 of 5 failed, 1 stale'],
  [{ failed: 0, stale: 1, of: 5 }, '1 of 5 stale'],
])('%j is %j', (items, words) => {
  expect(itemsInWords(items)).toBe(words);
});
