import { stripVTControlCharacters } from 'node:util';
import { formatLogLine } from './format-log-line.ts';

/** Colours are a matter of the terminal. */
const plain = (line: unknown) => {
  const text = formatLogLine(typeof line === 'string' ? line : JSON.stringify(line));
  return text === undefined ? undefined : stripVTControlCharacters(text);
};

const at = new Date(2026, 0, 1, 12, 3, 4, 56).toISOString();

describe('a log line for people', () => {
  it('has the time, the level, the message and the fields', () => {
    const entry = {
      level: 'warn',
      time: at,
      app: 'x',
      traceId: 't',
      msg: 'breaker opened',
      service: 'payment',
      openMs: 5000,
    };
    expect(plain(entry)).toBe('12:03:04.056 WARN  breaker opened service=payment openMs=5000');
  });

  it('is short for a request that was answered', () => {
    const request = { method: 'GET', route: '/v1/orders/:orderId', path: '/v1/orders/ord_1', requestId: 'abc' };
    const answer = { status: 200, durationMs: 41.26, bytes: 120 };
    const entry = { level: 'info', time: at, msg: 'request', ...request, ...answer };
    expect(plain(entry)).toBe('12:03:04.056 INFO  GET /v1/orders/ord_1 200 41.3 ms requestId=abc');
  });

  it('shows an error with its stack and its cause', () => {
    const err = { message: 'no', stack: 'Error: no\n    at here', cause: { message: 'connect ECONNREFUSED' } };
    expect(plain({ level: 'error', time: at, msg: 'failed', err })).toBe(
      '12:03:04.056 ERROR failed\n  Error: no\n  at here\n  caused by connect ECONNREFUSED',
    );
  });

  it.each(['/livez', '/readyz', '/metrics'])('is left out for %s', (path) => {
    expect(plain({ level: 'info', time: at, msg: 'request', method: 'GET', path, status: 200 })).toBeUndefined();
  });

  it.each(['Debugger attached.', '{"not":"a log line"}', '{broken', '', '42'])('passes %j through', (line) => {
    expect(plain(line)).toBe(line);
  });

  it('quotes what would be ambiguous', () => {
    expect(plain({ level: 'info', time: at, msg: 'x', why: 'two words', list: [1, 2] })).toMatch(
      / x why="two words" list=\[1,2\]$/,
    );
  });
});
