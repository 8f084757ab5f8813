import { httpStatusOf, isAnswer, isRetryable, retryHintMs, sectionCodes, titleOf } from './codes.ts';

describe('the codes', () => {
  it('are a closed list that clients rely on', () => {
    const table = sectionCodes.map((code) => [code, httpStatusOf(code), isRetryable(code), retryHintMs(code)]);
    expect(table).toEqual([
      ['DOWNSTREAM_TIMEOUT', 504, true, 2000],
      ['DOWNSTREAM_UNAVAILABLE', 502, true, 2000],
      ['DOWNSTREAM_CIRCUIT_OPEN', 503, true, 5000],
      ['DOWNSTREAM_OVERLOADED', 503, true, 1000],
      ['DOWNSTREAM_RATE_LIMITED', 503, true, 1000],
      ['DOWNSTREAM_BAD_RESPONSE', 502, false, undefined],
      ['BUDGET_EXHAUSTED', 503, true, 1000],
      ['NOT_FOUND', 404, false, undefined],
      ['FORBIDDEN', 403, false, undefined],
    ]);
  });

  it('tell answers from failures', () => {
    expect(sectionCodes.filter(isAnswer)).toEqual(['NOT_FOUND', 'FORBIDDEN']);
  });

  it('never call an answer retryable: asking again gets the same one', () => {
    expect(sectionCodes.filter((code) => isAnswer(code) && isRetryable(code))).toEqual([]);
  });

  it('have a 4xx exactly when they are answers', () => {
    expect(sectionCodes.filter((code) => httpStatusOf(code) < 500)).toEqual(sectionCodes.filter(isAnswer));
  });

  it('each have a title of their own, that names no service', () => {
    const titles = sectionCodes.map(titleOf);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.join(' ')).not.toMatch(/order|user|payment|inventory/i);
  });

  it('look like codes, so that problem types can be made from them', () => {
    expect(sectionCodes.filter((code) => !/^[A-Z]+(_[A-Z]+)*$/.test(code))).toEqual([]);
  });
});
