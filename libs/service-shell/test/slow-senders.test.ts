import { z } from 'zod';
import { readJsonBody, sendJson } from '../src/index.ts';
import { problemIn, rawExchange } from './raw-client.ts';
import { type TestShell, startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

let readError: unknown;

const start = (): Promise<TestShell> =>
  startShell(
    (router) =>
      router.post('/', async (req, res) => {
        const body = await readJsonBody({ req, res }, z.unknown()).catch((error: unknown) => {
          readError = error;
          throw error;
        });
        sendJson(res, 200, body);
      }),
    { serve: { limits: { headersTimeoutMs: 150, requestTimeoutMs: 300, timeoutCheckMs: 20 } } },
  );

const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n';

it('408 and closed for a head that trickles in', async () => {
  const shell = await start();
  const trickle = Array.from({ length: 50 }, (_, i) => `X-${i}: 1\r\n`);
  const reply = await rawExchange(shell.port, ['POST / HTTP/1.1\r\nHost: a\r\n', ...trickle], { pauseMs: 20 });
  expect(reply.status).toBe(408);
  expect(reply.text).toContain('Connection: close');
  expect(problemIn(reply.text)).toMatchObject({ code: 'REQUEST_TIMEOUT', type: 'urn:bff:problem:request-timeout' });
  expect(reply.tookMs).toBeLessThan(1000);
});

it('408 and closed for a body that trickles in, logged as the request that it is', async () => {
  const shell = await start();
  // For longer than a request may take, and for less than what is read after the answer (half a second): who goes on sending
  // after that may find the connection reset.
  const trickle = Array.from({ length: 22 }, () => ' ');
  const reply = await rawExchange(shell.port, [head, ...trickle], { pauseMs: 20 });
  expect([reply.status, reply.end]).toEqual([408, 'closed']);
  expect(problemIn(reply.text)).toMatchObject({ code: 'REQUEST_TIMEOUT', requestId: expect.any(String) });
  await until(() => shell.accessLines().length === 1);
  expect(shell.accessLines()).toMatchObject([{ route: '/', status: 408, code: 'REQUEST_TIMEOUT' }]);
  await until(() => readError !== undefined);
});

it('does not answer a second time when the answer had begun', async () => {
  const shell = await startShell((router) => router.post('/', (_req, res) => void res.write('begun')), {
    serve: { limits: { headersTimeoutMs: 100, requestTimeoutMs: 150, timeoutCheckMs: 20 } },
  });
  const reply = await rawExchange(shell.port, [head]);
  expect(reply.status).toBe(200);
  expect(reply.text).not.toContain('408');
});

it('closes a connection that sends nothing at all', async () => {
  const shell = await start();
  const reply = await rawExchange(shell.port, []);
  expect(reply.end).toBe('closed');
  expect(reply.tookMs).toBeLessThan(1000);
});

it('gives up a body when its client leaves', async () => {
  readError = undefined;
  const shell = await start();
  await rawExchange(shell.port, [head], { giveUpMs: 40 });
  await until(() => readError !== undefined);
  expect(readError).toMatchObject({ name: 'ClientGone' });
  expect(shell.accessLines()).toMatchObject([{ status: 499, aborted: 'client' }]);
});
