import { ClientGone, DeadlineExceeded, DownstreamError, HttpProblem, ShuttingDown } from '@bff/errors';
import { requestScope, sendJson } from '../src/index.ts';
import { asObject, rawExchange } from './raw-client.ts';
import { type TestShell, startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

const call = { service: 'order', operation: 'getOrder', detail: 'connect ECONNREFUSED 10.0.0.7:4001' };

async function answerTo(
  error: unknown,
): Promise<{ response: Response; problem: Record<string, unknown>; shell: TestShell }> {
  const shell = await startShell((router) => router.get('/', () => Promise.reject(error)));
  const response = await fetch(shell.url);
  return { response, problem: asObject(await response.json()), shell };
}

it('sends an HttpProblem as it is, with its headers and the request id', async () => {
  const thrown = new HttpProblem(401, 'UNAUTHENTICATED', 'Who is asking?', {
    detail: 'the token has expired',
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  });
  const { response, problem } = await answerTo(thrown);
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  expect(problem).toEqual({
    type: 'urn:bff:problem:unauthenticated',
    title: 'Who is asking?',
    status: 401,
    code: 'UNAUTHENTICATED',
    detail: 'the token has expired',
    requestId: response.headers.get('x-request-id'),
  });
});

it.each([
  ['DOWNSTREAM_TIMEOUT', undefined, 504, null, { retryable: true, retryAfterMs: 2000 }],
  ['DOWNSTREAM_UNAVAILABLE', 2500, 502, null, { retryable: true, retryAfterMs: 2500 }],
  ['DOWNSTREAM_CIRCUIT_OPEN', 4200, 503, '5', { retryable: true, retryAfterMs: 4200 }],
  ['DOWNSTREAM_OVERLOADED', undefined, 503, '1', { retryable: true, retryAfterMs: 1000 }],
  ['DOWNSTREAM_BAD_RESPONSE', undefined, 502, null, { retryable: false }],
  ['NOT_FOUND', undefined, 404, null, { retryable: false }],
] as const)('maps %s and keeps what the downstream said', async (code, retryAfterMs, status, retryAfter, members) => {
  const { response, problem, shell } = await answerTo(new DownstreamError(code, { ...call, retryAfterMs }));
  expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
  expect(problem).toEqual({
    type: expect.any(String),
    title: expect.any(String),
    status,
    code,
    requestId: expect.any(String),
    ...members,
  });
  expect(JSON.stringify(problem)).not.toContain('10.0.0.7');
  expect(shell.sink.lines().some((line) => line['level'] === 'warn')).toBe(status >= 500);
});

it.each([
  ['a deadline', new DeadlineExceeded(), 504, 'DOWNSTREAM_TIMEOUT'],
  ['a shutdown', new ShuttingDown(), 503, 'SHUTTING_DOWN'],
])('maps %s', async (_what, error, status, code) => {
  expect((await answerTo(error)).problem).toMatchObject({ status, code, retryable: true });
});

it.each([
  ['an error', new TypeError('secret detail of the inside')],
  ['a text', 'secret detail of the inside'],
  ['nothing', undefined],
])('answers %s that was thrown with a fixed 500, and logs it', async (_what, error) => {
  const { response, problem, shell } = await answerTo(error);
  expect(response.status).toBe(500);
  expect(JSON.stringify(problem)).not.toMatch(/secret|stack|\.ts/);
  const [line] = shell.sink.lines().filter((entry) => entry['level'] === 'error');
  expect(line).toMatchObject({
    requestId: problem['requestId'],
    err: { stack: expect.stringContaining('Error: ') },
  });
});

it('takes back what a handler had set for its own answer', async () => {
  const shell = await startShell((router) =>
    router.get('/', (_req, res) => {
      res.set({ ETag: '"1"', 'Content-Encoding': 'gzip', 'Cache-Control': 'max-age=60', 'Content-Length': '99999' });
      throw new HttpProblem(403, 'FORBIDDEN', 'No');
    }),
  );
  const response = await fetch(shell.url);
  expect(response.headers.get('etag')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(asObject(await response.json())).toMatchObject({ code: 'FORBIDDEN' });
});

it('breaks the connection off when an answer was half out, so that it cannot pass for whole', async () => {
  const shell = await startShell((router) =>
    router.get('/', (_req, res) => {
      res.write('{"half":');
      throw new Error('boom');
    }),
  );
  const reply = await rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n']);
  expect(reply.text).not.toContain('problem');
  expect(reply.text).not.toMatch(/\r\n0\r\n\r\n$/);
  expect(reply.end).not.toBe('open');
});

it('writes nothing to a client that has gone', async () => {
  let wrote: boolean | undefined;
  const shell = await startShell((router) =>
    router.get('/', async (_req, res) => {
      const { signal } = requestScope(res);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      sendJson(res, 200, {});
      wrote = res.headersSent;
      throw new ClientGone();
    }),
  );
  await rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n'], { giveUpMs: 30 });
  await until(() => wrote !== undefined);
  expect(wrote).toBe(false);
  expect(shell.sink.lines().filter((line) => line['level'] === 'error')).toEqual([]);
});

it('sends the security headers on every answer, and those of the app', async () => {
  const shell = await startShell((router) => router.get('/', (_req, res) => sendJson(res, 200, {})), {
    headers: { 'Strict-Transport-Security': 'max-age=60', 'Referrer-Policy': undefined },
  });
  for (const path of ['/', '/nowhere', '/%zz']) {
    const { headers } = await fetch(shell.url + path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=60',
    });
    expect(headers.has('referrer-policy')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('etag')).toBe(false);
  }
});
