import { pageHeaders, toProblem, toResponse } from './envelope.ts';
import type { SectionOutcome } from './section-outcome.ts';
import { failureWith } from './section-outcome.ts';

const ok = <Value>(value: Value): SectionOutcome<Value> => ({ status: 'ok', value });

describe('a whole page', () => {
  const { body, headers } = toResponse({ order: ok({ id: 'ord_1' }), stock: ok([]) }, 'req-1');

  it('says only that it is complete', () => {
    expect(body).toEqual({
      data: { order: { id: 'ord_1' }, stock: [] },
      meta: { complete: true, degraded: false, requestId: 'req-1', sections: {} },
    });
  });

  it('has no BFF-Sections, and may be kept by the client alone', () => {
    expect(headers).toEqual({ 'BFF-Complete': '?1', 'Cache-Control': 'private, no-cache' });
  });
});

describe('a partial page', () => {
  const { body, headers } = toResponse(
    {
      order: ok({ id: 'ord_1' }),
      stock: {
        status: 'stale',
        value: [],
        ageMs: 95_900,
        failure: failureWith('DOWNSTREAM_CIRCUIT_OPEN', 'inventory'),
      },
      payment: { status: 'failed', failure: failureWith('DOWNSTREAM_TIMEOUT', 'payment') },
    },
    'req-1',
  );

  it('keeps the key of a failed section, as null', () => {
    expect(body.data).toEqual({ order: { id: 'ord_1' }, stock: [], payment: null });
  });

  it('says what is not ok, why, and whether to try again', () => {
    expect(body.meta).toEqual({
      complete: false,
      degraded: true,
      requestId: 'req-1',
      sections: {
        stock: { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_CIRCUIT_OPEN' },
        payment: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
      },
    });
  });

  it('says the same in its headers, and is not kept', () => {
    expect(headers).toEqual({
      'BFF-Complete': '?0',
      'BFF-Sections': 'stock;stale=95, payment;failed=DOWNSTREAM_TIMEOUT',
      'Cache-Control': 'no-store',
    });
  });
});

it('is complete but degraded when a section is only stale', () => {
  const failure = failureWith('DOWNSTREAM_TIMEOUT');
  const { body, headers } = toResponse({ stock: { status: 'stale', value: 1, ageMs: 0, failure } }, 'req-1');
  expect(body.meta).toMatchObject({ complete: true, degraded: true });
  expect(headers).toMatchObject({ 'BFF-Complete': '?1', 'Cache-Control': 'no-store' });
});

describe('a page that failed', () => {
  const problemOf = (failure: ReturnType<typeof failureWith>) =>
    toProblem({ kind: 'failed', section: 'order', failure, failures: { order: failure }, timings: {} });

  it.each([
    ['DOWNSTREAM_TIMEOUT', 504],
    ['DOWNSTREAM_UNAVAILABLE', 502],
    ['DOWNSTREAM_BAD_RESPONSE', 502],
    ['DOWNSTREAM_CIRCUIT_OPEN', 503],
    ['DOWNSTREAM_OVERLOADED', 503],
    ['DOWNSTREAM_RATE_LIMITED', 503],
    ['BUDGET_EXHAUSTED', 503],
    ['NOT_FOUND', 404],
    ['FORBIDDEN', 403],
  ] as const)('answers %s with %i', (code, status) => {
    expect(problemOf(failureWith(code)).details).toMatchObject({ code, status });
  });

  it('tells when to come back, in whole seconds, rounded up', () => {
    const { headers, details } = problemOf(failureWith('DOWNSTREAM_CIRCUIT_OPEN', 'order', 4200.5));
    expect(headers).toMatchObject({ 'Retry-After': '5', 'BFF-Complete': '?0', 'Cache-Control': 'no-store' });
    expect(details).toMatchObject({ retryable: true, retryAfterMs: 4201, section: 'order', service: 'order' });
  });

  it('gives no Retry-After where waiting does not help', () => {
    expect(problemOf(failureWith('NOT_FOUND', 'order')).headers).not.toHaveProperty('Retry-After');
  });
});

describe('sections named by a client (the paths of a GraphQL query)', () => {
  const failed: SectionOutcome<never> = { status: 'failed', failure: failureWith('DOWNSTREAM_TIMEOUT') };

  it('are quoted where they are no token', () => {
    expect(pageHeaders({ 'order.payment': failed, '_mine.x1': failed })['BFF-Sections']).toBe(
      'order.payment;failed=DOWNSTREAM_TIMEOUT, "_mine.x1";failed=DOWNSTREAM_TIMEOUT',
    );
  });

  it('are left out where they would make a header that a proxy refuses', () => {
    expect(pageHeaders({ ['x'.repeat(4100)]: failed })).toEqual({ 'BFF-Complete': '?0', 'Cache-Control': 'no-store' });
  });
});
