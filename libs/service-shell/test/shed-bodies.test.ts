import { rawExchange } from './raw-client.ts';
import { type SheddingShell, startSheddingShell, stopSheddingShells } from './held-requests.ts';

let shell: SheddingShell;

beforeEach(async () => {
  shell = await startSheddingShell({ maxInFlight: 1 });
  await shell.hold(1);
});
afterEach(stopSheddingShells);

const head = (...lines: string[]): string => ['POST /quick HTTP/1.1', 'Host: a', ...lines, '', ''].join('\r\n');
const refusals = (text: string): number => text.split('HTTP/1.1 503 ').length - 1;

it('keeps the connection when a short body has come, or comes at once', async () => {
  const request = head('Content-Length: 4');
  const last = head('Content-Length: 4', 'Connection: close');
  const reply = await rawExchange(shell.port, [`${request}body`, request, 'bo', 'dy', `${last}body`], { pauseMs: 30 });
  expect(refusals(reply.text)).toBe(3);
  expect(reply.text).toContain('Connection: keep-alive');
});

it('does not wait for a body that does not come', async () => {
  const reply = await rawExchange(shell.port, [head('Content-Length: 4'), 'bo'], { giveUpMs: 5000 });
  expect([refusals(reply.text), reply.end]).toEqual([1, 'closed']);
  expect(reply.text).not.toContain('408');
});

it.each([
  ['of unknown length', 'Transfer-Encoding: chunked'],
  ['that is larger than any that is taken', 'Content-Length: 100000000'],
  ['that the client asks leave to send', 'Content-Length: 4\r\nExpect: 100-continue'],
])('reads no body %s: answers and closes', async (_what, line) => {
  const reply = await rawExchange(shell.port, [head(line)], { giveUpMs: 5000 });
  expect([reply.status, refusals(reply.text), reply.end]).toEqual([503, 1, 'closed']);
  expect(reply.text).toContain('Connection: close');
  expect(reply.text).toContain('"code":"OVERLOADED"');
  expect(reply.text).not.toContain('100 Continue');
});
