import { sectionCodes, isRetryable } from './codes.ts';
import { DownstreamError } from './downstream-error.ts';

const secretCause = Object.assign(new Error('GET http://10.0.0.7/orders failed'), {
  config: { headers: { Authorization: 'Bearer secret' } },
});

describe('DownstreamError', () => {
  it('says in its message which call failed, and how', () => {
    const error = new DownstreamError('DOWNSTREAM_TIMEOUT', { service: 'order', operation: 'getOrder' });
    expect(error.message).toBe('order.getOrder failed with DOWNSTREAM_TIMEOUT');
    expect(error.name).toBe('DownstreamError');
    const detailed = new DownstreamError('DOWNSTREAM_BAD_RESPONSE', {
      service: 'order',
      operation: 'getOrder',
      detail: 'not JSON',
    });
    expect(detailed.message).toBe('order.getOrder failed with DOWNSTREAM_BAD_RESPONSE: not JSON');
  });

  it.each(sectionCodes)('is retryable as its code %s is', (code) => {
    expect(new DownstreamError(code, { service: 'user', operation: 'getUser' }).retryable).toBe(isRetryable(code));
  });

  it('blames the service unless told otherwise', () => {
    const options = { service: 'user', operation: 'getUser' };
    expect(new DownstreamError('DOWNSTREAM_TIMEOUT', options).blame).toBe('service');
    expect(new DownstreamError('DOWNSTREAM_TIMEOUT', { ...options, blame: 'none' }).blame).toBe('none');
  });

  it('keeps its cause for the log', () => {
    const options = { service: 'order', operation: 'getOrder', cause: secretCause };
    expect(new DownstreamError('DOWNSTREAM_UNAVAILABLE', options).cause).toBe(secretCause);
  });

  it('takes nothing of its cause along when it is serialised or spread by mistake', () => {
    const error = new DownstreamError('DOWNSTREAM_UNAVAILABLE', {
      service: 'order',
      operation: 'getOrder',
      retryAfterMs: 2000,
      cause: secretCause,
    });
    for (const text of [JSON.stringify(error), JSON.stringify({ ...error }), `${error}`]) {
      expect(text).not.toMatch(/secret|10\.0\.0\.7|Authorization|"stack"|"cause"/);
    }
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      code: 'DOWNSTREAM_UNAVAILABLE',
      service: 'order',
      retryAfterMs: 2000,
    });
  });

  it('has no cause when none was given', () => {
    expect('cause' in new DownstreamError('NOT_FOUND', { service: 'order', operation: 'getOrder' })).toBe(false);
  });
});
