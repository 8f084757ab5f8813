import { BadRequest, HttpProblem, problemTypeOf } from './problem.ts';

describe('HttpProblem', () => {
  it('has the members of RFC 9457, the type made from the code', () => {
    const problem = new HttpProblem(503, 'DOWNSTREAM_CIRCUIT_OPEN', 'A service is resting', {
      detail: 'Try again later',
      retryable: true,
      retryAfterMs: 5000,
      headers: { 'Retry-After': '5' },
    });
    expect(problem.details).toEqual({
      type: 'urn:bff:problem:downstream-circuit-open',
      title: 'A service is resting',
      status: 503,
      code: 'DOWNSTREAM_CIRCUIT_OPEN',
      detail: 'Try again later',
      retryable: true,
      retryAfterMs: 5000,
    });
    expect(problem.headers).toEqual({ 'Retry-After': '5' });
  });

  it('says in its message what a log reader needs', () => {
    expect(new HttpProblem(404, 'NOT_FOUND', 'Not found').message).toBe('404 NOT_FOUND: Not found');
    expect(new HttpProblem(404, 'NOT_FOUND', 'Not found', { detail: 'no such order' }).message).toBe(
      '404 NOT_FOUND: no such order',
    );
  });

  it('keeps its cause for the log and out of what is sent', () => {
    const cause = new Error('connect ECONNREFUSED 10.0.0.7:5432');
    const problem = new HttpProblem(502, 'DOWNSTREAM_UNAVAILABLE', 'A service is unavailable', { cause });
    expect(problem.cause).toBe(cause);
    expect(JSON.stringify(problem.details)).not.toContain('10.0.0.7');
    expect(Object.keys(problem.details)).not.toContain('cause');
    expect(Object.keys(problem.details)).not.toContain('headers');
  });

  it('has no cause when none was given', () => {
    expect('cause' in new HttpProblem(404, 'NOT_FOUND', 'Not found')).toBe(false);
  });

  it('names kinds by URN', () => {
    expect(problemTypeOf('UNAUTHENTICATED')).toBe('urn:bff:problem:unauthenticated');
    expect(problemTypeOf('A_B_C')).toBe('urn:bff:problem:a-b-c');
  });
});

describe('BadRequest', () => {
  const errors = [
    { in: 'query', field: 'limit', reason: 'must be from 1 to 50' },
    { in: 'body', field: 'items[2].quantity', reason: 'must be a whole number' },
  ] as const;

  it('names every field that was refused, for programs and for people', () => {
    const { details } = new BadRequest(errors);
    expect(details).toMatchObject({ status: 400, code: 'BAD_REQUEST', type: 'urn:bff:problem:bad-request', errors });
    expect(details.detail).toBe('query limit: must be from 1 to 50; body items[2].quantity: must be a whole number');
  });

  it('is an HttpProblem, so that servers answer it like any other', () => {
    const problem = new BadRequest(errors);
    expect(problem).toBeInstanceOf(HttpProblem);
    expect(problem.name).toBe('BadRequest');
  });
});
