import { orderRoutes } from './order-routes.ts';
import { problemOf } from './problem-of.ts';
import { rawExchange } from './raw-client.ts';
import { type TestShell, startShell, stopShells } from './shell.ts';

let shell: TestShell;

beforeEach(async () => {
  shell = await startShell(orderRoutes);
});
afterEach(stopShells);

const post = (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${shell.url}/orders`, { method: 'POST', headers, body });

it('reads JSON where a route asks for it', async () => {
  const response = await post('{"quantity":3}', { 'content-type': 'application/json; charset=UTF-8' });
  expect([response.status, await response.json()]).toEqual([201, { quantity: 3 }]);
});

it.each([
  ['{"quantity":', '(body)', 'must be valid JSON in UTF-8'],
  ['', '(body)', 'must be valid JSON in UTF-8'],
  [Buffer.from([0x22, 0xff, 0x22]), '(body)', 'must be valid JSON in UTF-8'],
  ['[]', '(body)', 'must be an object, was a list'],
  ['{"quantity":"3"}', 'quantity', 'must be an integer from 1 to 9, was "3"'],
  ['{"quantity":1,"__proto__":{}}', '__proto__', 'is not known; known are quantity'],
])('400 for %p', async (body, field, reason) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect((await problemOf(response))['errors']).toEqual([{ in: 'body', field, reason }]);
});

it.each([
  [{ 'content-type': 'text/plain' }],
  [{ 'content-type': 'application/json; charset=latin1' }],
  [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  [{}],
])('415 for %p', async (headers) => {
  const response = await post(Buffer.from('{"quantity":3}'), headers);
  expect(response.status).toBe(415);
  expect(response.headers.get('accept')).toBe('application/json');
  expect(await problemOf(response)).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
});

it('413 that a client still sending megabytes can read', async () => {
  const response = await post(Buffer.alloc(5_000_000, 0x20));
  expect(response.status).toBe(413);
  expect(response.headers.get('connection')).toBe('close');
  expect(await problemOf(response)).toMatchObject({ code: 'CONTENT_TOO_LARGE' });
});

it('413 for a body of unstated length, once it has grown too large', async () => {
  const chunk = `8000\r\n${' '.repeat(0x8000)}\r\n`;
  const head =
    'POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const reply = await rawExchange(shell.port, [head, chunk, chunk, chunk]);
  expect([reply.status, reply.end]).toEqual([413, 'closed']);
  expect(reply.tookMs).toBeLessThan(1500);
});

it('413 and 411 for a GET with a body', async () => {
  const get = (header: string) => `GET /orders HTTP/1.1\r\nHost: a\r\n${header}\r\nConnection: close\r\n\r\n`;
  expect((await rawExchange(shell.port, [get('Content-Length: 1025')])).status).toBe(413);
  expect((await rawExchange(shell.port, [get('Transfer-Encoding: chunked')])).status).toBe(411);
  expect((await rawExchange(shell.port, [`${get('Content-Length: 2')}{}`])).status).toBe(200);
});

it('drops a client that goes on sending a body that nobody reads', async () => {
  const head = 'POST /nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
  const reply = await rawExchange(shell.port, [head, ...Array.from({ length: 40 }, () => '1\r\nx\r\n')], {
    pauseMs: 40,
  });
  expect(reply.status).toBe(404);
  expect(reply.tookMs).toBeLessThan(1500);
});

it('asks for a body only once it is to be read (Expect: 100-continue)', async () => {
  const head = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`;
  const wanted = await rawExchange(shell.port, [head('/orders', 14), '{"quantity":3}'], { pauseMs: 50 });
  expect(wanted.text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
  const tooLarge = await rawExchange(shell.port, [head('/orders', 70_000)]);
  expect(tooLarge.status).toBe(413);
  expect((await rawExchange(shell.port, [head('/nowhere', 14)])).status).toBe(404);
});
