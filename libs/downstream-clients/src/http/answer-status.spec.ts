import { type ErrorContract, badRequestOrNotFound } from '@bff/contracts';
import { VirtualClock } from '@bff/testing';
import { failureOfStatus } from './answer-status.ts';
import { ContractBreach } from './contract-breach.ts';
import { RequestRefused } from './refused-request.ts';

const problem = (status: number, more: object = {}) =>
  JSON.stringify({ type: 'about:blank', title: 'x', status, ...more });

function failure(
  status: number,
  {
    body = problem(status),
    headers = {},
    notFound = badRequestOrNotFound[404],
  }: { body?: string; headers?: Record<string, unknown>; notFound?: ErrorContract | undefined } = {},
) {
  const answer = { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
  return failureOfStatus(answer, { notFound }, { service: 'order', operation: 'getOrder' }, new VirtualClock());
}

describe('failureOfStatus', () => {
  it('finds nothing wrong with 200', () => {
    expect(failure(200)).toBeUndefined();
  });

  it.each([
    [404, 'NOT_FOUND', 'service'],
    [403, 'FORBIDDEN', 'service'],
    [429, 'DOWNSTREAM_RATE_LIMITED', 'service'],
    [500, 'DOWNSTREAM_UNAVAILABLE', 'service'],
    [502, 'DOWNSTREAM_UNAVAILABLE', 'service'],
    [503, 'DOWNSTREAM_UNAVAILABLE', 'service'],
    [301, 'DOWNSTREAM_BAD_RESPONSE', 'service'],
    [302, 'DOWNSTREAM_BAD_RESPONSE', 'service'],
    [304, 'DOWNSTREAM_BAD_RESPONSE', 'service'],
    [400, 'DOWNSTREAM_BAD_RESPONSE', 'request'],
    [401, 'DOWNSTREAM_BAD_RESPONSE', 'request'],
    [405, 'DOWNSTREAM_BAD_RESPONSE', 'request'],
    [431, 'DOWNSTREAM_BAD_RESPONSE', 'request'],
  ])('makes of %i: %s, blaming the %s', (status, code, blame) => {
    expect(failure(status)).toMatchObject({ code, blame, service: 'order', operation: 'getOrder' });
  });

  it('does not believe a 404 of a web page or of a gateway', () => {
    expect(() => failure(404, { body: '<html>', headers: { 'content-type': 'text/html' } })).toThrow(ContractBreach);
    const gateway = { body: '{"message":"no Route matched"}', headers: { 'content-type': 'application/json' } };
    expect(() => failure(404, gateway)).toThrow(ContractBreach);
  });

  it('does not believe a 403 of a login page', () => {
    expect(() => failure(403, { body: '<html>', headers: { 'content-type': 'text/html' } })).toThrow(ContractBreach);
  });

  it('knows operations that never answer 404', () => {
    const answer = { status: 404, headers: { 'content-type': 'application/problem+json' }, body: problem(404) };
    const where = { service: 'order', operation: 'listOrders' };
    const error = failureOfStatus(answer, { notFound: undefined }, where, new VirtualClock());
    expect(error).toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE', blame: 'service' });
  });

  it('believes a 429 and a 503 whoever sends them, and reads when to come back', () => {
    const headers = { 'content-type': 'text/html', 'retry-after': '7' };
    expect(failure(429, { body: '<html>', headers })?.retryAfterMs).toBe(7_000);
    expect(failure(503, { body: '<html>', headers })?.retryAfterMs).toBe(7_000);
    expect(failure(500, { body: '<html>', headers })?.retryAfterMs).toBeUndefined();
  });

  it('tells which parameters a 400 names, and nothing else of it', () => {
    const errors = [
      { in: 'query', field: 'cursor', reason: 'ord_0001 is unknown' },
      { in: 'query', field: 'no name: ord_0001', reason: '' },
    ];
    const error = failure(400, { body: problem(400, { errors }) });
    expect(error).toBeInstanceOf(RequestRefused);
    expect(error).toMatchObject({ fields: ['cursor'], detail: 'the service refused the request: cursor' });
  });

  it('makes do with a 400 that names nothing', () => {
    expect(failure(400, { body: 'nope' })).toMatchObject({ fields: [], detail: 'the service refused the request' });
  });
});
