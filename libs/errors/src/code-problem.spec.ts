import { codeProblem, retryAfterSeconds } from './code-problem.ts';

it('says in a header too when to come back, where the status is 503', () => {
  const { details, headers } = codeProblem('DOWNSTREAM_CIRCUIT_OPEN', { retryAfterMs: 4200.5 });
  expect(details).toMatchObject({ status: 503, code: 'DOWNSTREAM_CIRCUIT_OPEN', retryable: true, retryAfterMs: 4201 });
  expect(headers).toEqual({ 'Retry-After': '5' });
});

it('gives a hint where nobody said when', () => {
  const { details, headers } = codeProblem('DOWNSTREAM_TIMEOUT');
  expect(details).toMatchObject({ status: 504, retryable: true, retryAfterMs: 2000 });
  expect(headers).toEqual({});
});

it('gives no time where waiting does not help, whatever it was given', () => {
  const { details } = codeProblem('NOT_FOUND', { retryAfterMs: 1000, section: 'order' });
  expect(details).toMatchObject({ status: 404, retryable: false, section: 'order' });
  expect(details).not.toHaveProperty('retryAfterMs');
});

it.each([
  [0, '1'],
  [999, '1'],
  [1001, '2'],
])('%i ms are %s whole seconds', (ms, seconds) => {
  expect(retryAfterSeconds(ms)).toBe(seconds);
});
