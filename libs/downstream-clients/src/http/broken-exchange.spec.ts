import { ShuttingDown } from '@bff/errors';
import { AxiosError } from 'axios';
import { failureOf } from './broken-exchange.ts';

const failure = (code: string) =>
  failureOf(new AxiosError('what the network said', code), { service: 'user', operation: 'getUser' });

describe('failureOf', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'UND_ERR_SOCKET',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'ERR_NETWORK',
  ])('%s is a service that cannot be reached', (code) => {
    expect(failure(code)).toMatchObject({
      code: 'DOWNSTREAM_UNAVAILABLE',
      service: 'user',
      operation: 'getUser',
      detail: 'what the network said',
      cause: { code },
    });
  });

  it.each(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_HEADERS_OVERFLOW', 'ERR_BAD_RESPONSE'])(
    '%s is an answer that cannot be used',
    (code) => {
      expect(failure(code)).toMatchObject({ code: 'DOWNSTREAM_BAD_RESPONSE', cause: { code } });
    },
  );

  it.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])('%s is a timeout', (code) => {
    expect(failure(code)).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
  });

  it.each(['UND_ERR_DESTROYED', 'UND_ERR_CLOSED'])('%s is our own shutdown', (code) => {
    expect(failure(code)).toBeInstanceOf(ShuttingDown);
  });

  it('leaves a bug a bug', () => {
    const bug = new RangeError('a bug');
    expect(failureOf(bug, { service: 'user', operation: 'getUser' })).toBe(bug);
    expect(failure('UND_ERR_INVALID_ARG')).toBeInstanceOf(AxiosError);
  });
});
