import { DownstreamError } from '@bff/errors';
import { serializeError } from './index.ts';

it('keeps name, message, code, stack and the chain of causes', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const error = new DownstreamError('DOWNSTREAM_UNAVAILABLE', {
    service: 'order',
    operation: 'getOrder',
    cause: reset,
  });
  expect(serializeError(error)).toEqual({
    name: 'DownstreamError',
    message: 'order.getOrder failed with DOWNSTREAM_UNAVAILABLE',
    code: 'DOWNSTREAM_UNAVAILABLE',
    service: 'order',
    operation: 'getOrder',
    stack: expect.stringContaining('error-serializer.spec'),
    cause: { name: 'Error', message: 'read ECONNRESET', code: 'ECONNRESET', stack: expect.any(String) },
  });
});

it('keeps nothing else, since an HTTP error holds its request', () => {
  const error = Object.assign(new Error('failed'), { config: { headers: {} }, request: {}, response: {}, port: 80 });
  expect(Object.keys(serializeError(error))).toEqual(['name', 'message', 'stack']);
});

it('ends a chain of causes that has a cycle', () => {
  const error = new Error('round');
  error.cause = error;
  const text = JSON.stringify(serializeError(error));
  expect(text.match(/"round"/g)).toHaveLength(5);
});

it('shows what is thrown that is no error only when it is a primitive', () => {
  expect(serializeError(new Error('x', { cause: 'a text' })).cause).toBe('a text');
  expect(serializeError(new Error('x', { cause: { token: 't' } })).cause).toBe('a thrown object');
});

it('shows the members of an aggregate, such as the addresses that a connection was tried to', () => {
  const members = [new Error('::1 refused'), new Error('127.0.0.1 refused')];
  expect(serializeError(new AggregateError(members, 'all refused')).errors).toMatchObject([
    { message: '::1 refused' },
    { message: '127.0.0.1 refused' },
  ]);
});
