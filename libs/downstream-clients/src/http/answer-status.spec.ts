import { inventoryOperations, orderOperations } from '@bff/contracts';
import { VirtualClock } from '@bff/testing';
import { failureOfStatus } from './answer-status.ts';
import { ContractBreach } from './contract-breach.ts';
import { readOperation } from './read-operation.ts';
import { RequestRefused } from './refused-request.ts';

const getOrder = readOperation(orderOperations.getOrder);
const getItem = readOperation(inventoryOperations.getItem);

const problem = (status: number, more: object = {}) =>
  JSON.stringify({ type: 'about:blank', title: 'x', status, ...more });

function failure(
  status: number,
  {
    body = problem(status),
    headers = {},
    operation = getOrder,
  }: {
    body?: string;
    headers?: Record<string, unknown>;
    operation?: Parameters<typeof failureOfStatus>[1];
  } = {},
) {
  const answer = { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
  return failureOfStatus(answer, operation, { service: 'order', operation: 'getOrder' }, new VirtualClock());
}

describe('failureOfStatus', () => {
  it('finds nothing wrong with 200', () => {
    expect(failure(200)).toBeUndefined();
  });

  it.each([
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

  const asJson = { 'content-type': 'application/json' };
  const legacy = (err_cd: string) => JSON.stringify({ err_cd, err_msg: 'No' });

  it.each([
    [404, 'NOT_FOUND'],
    [403, 'FORBIDDEN'],
  ])('takes %i for an answer when the service says so itself: %s', (status, code) => {
    const own = { code, blame: 'service', service: 'order', operation: 'getOrder' };
    expect(failure(status, { body: problem(status, { code }) })).toMatchObject(own);
    const withCharset = { 'content-type': 'Application/Problem+JSON; charset=utf-8' };
    expect(failure(status, { body: problem(status, { code }), headers: withCharset })).toMatchObject(own);
  });

  it('takes a 404 and a 403 of the inventory for answers in its own dialect', () => {
    const inItsWords = (err_cd: string) => ({ body: legacy(err_cd), headers: asJson, operation: getItem });
    expect(failure(404, inItsWords('INV-404-ITEM'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(failure(403, inItsWords('INV-403'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each<[string, number, Parameters<typeof failure>[1]]>([
    ['a 404 of a service that does not know the path', 404, { body: problem(404, { code: 'ROUTE_NOT_FOUND' }) }],
    ['a 404 of any RFC 9457 server', 404, { body: problem(404) }],
    ['a 404 that says that it is forbidden', 404, { body: problem(404, { code: 'FORBIDDEN' }) }],
    ['a 404 in another media type', 404, { body: problem(404, { code: 'NOT_FOUND' }), headers: asJson }],
    ['a 404 of a web page', 404, { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['a 404 of a gateway', 404, { body: '{"message":"no Route matched"}', headers: asJson }],
    ['a 404 of the inventory for a path', 404, { body: legacy('INV-404'), headers: asJson, operation: getItem }],
    ['a problem from the inventory', 404, { body: problem(404, { code: 'NOT_FOUND' }), operation: getItem }],
    ['a 403 of a gateway', 403, { body: '{"message":"Missing Authentication Token"}', headers: asJson }],
    ['a 403 of any RFC 9457 server', 403, { body: problem(403) }],
    ['a 403 of a login page', 403, { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['a 403 of something in front of the inventory', 403, { body: problem(403), operation: getItem }],
  ])('does not believe %s', (_, status, answer) => {
    expect(() => failure(status, answer)).toThrow(ContractBreach);
  });

  it('believes no 404 of an operation that has none, however it is said', () => {
    const body = problem(404, { code: 'NOT_FOUND' });
    const operation = readOperation(orderOperations.listOrders);
    expect(() => failure(404, { body, operation })).toThrow(ContractBreach);
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
