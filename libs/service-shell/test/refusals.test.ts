import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderRoutes } from './order-routes.ts';
import { problemOf } from './problem-of.ts';
import { problemIn, rawExchange } from './raw-client.ts';
import { type TestShell, startShell, stopShells, until } from './shell.ts';

let shell: TestShell;

beforeEach(async () => {
  shell = await startShell(orderRoutes);
});
afterEach(stopShells);

describe('routes', () => {
  it('404 for a path that no route has', async () => {
    const response = await fetch(`${shell.url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ type: 'urn:bff:problem:route-not-found' });
  });

  it('405 with Allow for a path that has other methods', async () => {
    const response = await fetch(`${shell.url}/orders`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(await problemOf(response)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  it('405 below a mounted router too', async () => {
    const response = await fetch(`${shell.url}/admin/users/1`, { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('OPTIONS says what a path takes, and 404 when there is none', async () => {
    const known = await fetch(`${shell.url}/orders/ord_1`, { method: 'OPTIONS' });
    expect([known.status, known.headers.get('allow'), await known.text()]).toEqual([204, 'GET, HEAD, OPTIONS', '']);
    expect((await fetch(`${shell.url}/nowhere`, { method: 'OPTIONS' })).status).toBe(404);
    const all = await rawExchange(shell.port, ['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n']);
    expect(all.status).toBe(204);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const response = await fetch(`${shell.url}/orders/ord_1`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '14', '']);
    const missing = await fetch(`${shell.url}/nowhere`, { method: 'HEAD' });
    expect([missing.status, await missing.text()]).toEqual([404, '']);
  });
});

describe('URLs', () => {
  it.each(['/orders/%zz', '/orders/%', '/orders/%ff', '/nowhere/%zz'])(
    '400 for the malformed path %s',
    async (path) => {
      const reply = await rawExchange(shell.port, [`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`]);
      expect(reply.status).toBe(400);
      expect(problemIn(reply.text)).toMatchObject({ code: 'BAD_REQUEST', errors: [{ in: 'path' }] });
    },
  );

  it('takes 2,048 characters and refuses more with 414', async () => {
    const start = '/orders/';
    const fits = await fetch(`${shell.url}${start}${'x'.repeat(2048 - start.length)}`);
    expect(fits.status).toBe(200);
    const tooLong = await fetch(`${shell.url}${start}${'x'.repeat(2049 - start.length)}`);
    expect(tooLong.status).toBe(414);
    expect(await problemOf(tooLong)).toMatchObject({ code: 'URI_TOO_LONG' });
  });

  it('takes the absolute form that proxies send', async () => {
    const reply = await rawExchange(shell.port, [
      'GET http://example.test/orders/ord_1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ]);
    expect(reply.status).toBe(200);
    expect(shell.accessLines()).toMatchObject([{ route: '/orders/:id', path: '/orders/ord_1' }]);
  });

  it('400 that names every bad query field', async () => {
    const response = await fetch(`${shell.url}/orders?limit=abc&colour=red&limits=2&colour=blue`);
    expect(response.status).toBe(400);
    expect((await problemOf(response))['errors']).toEqual([
      { in: 'query', field: 'colour', reason: 'is not known; known are limit' },
      { in: 'query', field: 'limits', reason: 'is not known; known are limit' },
      { in: 'query', field: 'limit', reason: 'must be an integer from 1 to 50, was "abc"' },
    ]);
  });
});

describe('headers', () => {
  it('431 for a head of more than 16 KiB, and the connection is closed', async () => {
    const reply = await rawExchange(shell.port, [
      `GET /orders HTTP/1.1\r\nHost: a\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`,
    ]);
    expect([reply.status, reply.end]).toEqual([431, 'closed']);
    expect(reply.text).toContain('Connection: close');
    expect(problemIn(reply.text)).toMatchObject({ code: 'REQUEST_HEADER_FIELDS_TOO_LARGE', status: 431 });
  });

  it('431 for more than 100 fields, which Node would drop without a word', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, i) => `X-${i}: 1\r\n`).join('');
    const head = 'GET /orders HTTP/1.1\r\nHost: a\r\nConnection: close\r\n';
    expect((await rawExchange(shell.port, [`${head}${fields(98)}\r\n`])).status).toBe(200);
    expect((await rawExchange(shell.port, [`${head}${fields(99)}\r\n`])).status).toBe(431);
  });

  it('417 for an expectation that there is none of', async () => {
    const reply = await rawExchange(shell.port, [
      'GET /orders HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
    ]);
    expect(reply.status).toBe(417);
    expect(problemIn(reply.text)).toMatchObject({ code: 'EXPECTATION_FAILED' });
  });

  it.each([
    [
      'bytes that are no HTTP',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0xfc, 0x03, 0x03, 0x0d, 0x0a, 0x0d, 0x0a]),
    ],
    ['no host', 'GET /orders HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    [
      'a length and chunks',
      'POST /orders HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a bad header line', 'GET /orders HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n'],
  ])('400 and closed for %s', async (_what, bytes) => {
    const reply = await rawExchange(shell.port, [bytes]);
    expect([reply.status, reply.end]).toEqual([400, 'closed']);
    expect(problemIn(reply.text)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('logs and counts what never became a request, once however much of it comes', async () => {
    // Goes on sending after the server has ended its side, and is not reset for it at once.
    let resets = 0;
    const socket = connect({ port: shell.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => (resets += 1));
    for (let i = 0; i < 5; i++) {
      socket.write('rubbish\r\n\r\n');
      await sleep(20);
    }
    socket.destroy();
    expect(resets).toBe(0);
    expect(shell.sink.lines().filter((line) => line['msg'] === 'connection refused')).toMatchObject([{ status: 400 }]);
    expect((await shell.metrics.render()).text).toContain('http_route="unmatched",http_response_status_code="400"');
  });
});

it('logs every refusal with its status and code', async () => {
  await fetch(`${shell.url}/nowhere?secret=1`);
  await fetch(`${shell.url}/orders`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  await until(() => shell.accessLines().length === 2);
  expect(shell.accessLines()).toMatchObject([
    { method: 'GET', route: 'unmatched', path: '/nowhere', status: 404, code: 'ROUTE_NOT_FOUND' },
    { method: 'POST', route: '/orders', path: '/orders', status: 400, code: 'BAD_REQUEST' },
  ]);
  expect(shell.sink.text()).not.toContain('secret');
});
