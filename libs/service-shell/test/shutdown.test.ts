import { Agent, get as httpGet } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ShuttingDown } from '@bff/errors';
import { type AppOptions, type RequestScope, requestScope, sendJson } from '../src/index.ts';
import { rawExchange } from './raw-client.ts';
import { startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

const took = async (work: Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
};

const start = (routes: AppOptions['routes'], shutdown = { drainMs: 1000, abortMs: 50 }) =>
  startShell(routes, { serve: { shutdown } });

interface Answer {
  status: number | undefined;
  connection: string | undefined;
}

const ask = (url: string, agent: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    httpGet(url, { agent }, (res) => {
      res.resume().once('end', () => resolve({ status: res.statusCode, connection: res.headers.connection }));
      res.once('error', reject);
    }).once('error', reject);
  });

it('answers every request that it took, under keep-alive load, and ends as soon as they are answered', async () => {
  let taken = 0;
  const { url, close, accessLines } = await start((router) =>
    router.get('/', async (_req, res) => {
      taken += 1;
      await sleep(20);
      sendJson(res, 200, {});
    }),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const answers: Answer[] = [];
  let refused = 0;
  const client = async (): Promise<void> => {
    while (refused < 50) {
      try {
        answers.push(await ask(url, agent));
      } catch {
        refused += 1;
        await sleep(2);
      }
    }
  };
  const load = Promise.all(Array.from({ length: 20 }, client));
  await sleep(150);
  expect(await took(close())).toBeLessThan(500);
  await load;
  agent.destroy();
  expect(taken).toBeGreaterThan(40);
  expect(answers).toHaveLength(taken);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(answers.at(-1)?.connection).toBe('close');
  expect(accessLines().filter((line) => 'aborted' in line)).toEqual([]);
});

it('closes idle connections at once, also those that never sent anything', async () => {
  const shell = await start((router) => router.get('/', (_req, res) => sendJson(res, 200, {})), {
    drainMs: 5000,
    abortMs: 50,
  });
  const silent = rawExchange(shell.port, []);
  const idle = rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n']);
  await until(() => shell.accessLines().length === 1);
  expect(await took(shell.close())).toBeLessThan(300);
  expect((await Promise.all([silent, idle])).map(({ end }) => end)).toEqual(['closed', 'closed']);
});

it('still answers a request that has reached the machine and was not read yet', async () => {
  const shell = await start((router) => router.get('/', (_req, res) => sendJson(res, 200, {})));
  const socket = connect(shell.port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await until(() => received.endsWith('{}'));
  received = '';
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await shell.close();
  await until(() => received !== '');
  expect(received).toMatch(/^HTTP\/1\.1 200 [^]*Connection: close/);
});

it('lets a request in flight end, tells its client to close, and takes no new one meanwhile', async () => {
  const shell = await start((router) =>
    router.get('/', async (_req, res) => {
      await sleep(150);
      sendJson(res, 200, {});
    }),
  );
  const agent = new Agent({ keepAlive: true });
  const inFlight = ask(shell.url, agent);
  await until(() => shell.app.requests.count === 1);
  const closing = shell.close();
  expect((await fetch(`${shell.adminUrl}/readyz`)).status).toBe(503);
  await sleep(20);
  expect((await rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n'])).end).toBe('reset');
  expect(await inFlight).toEqual({ status: 200, connection: 'close' });
  await closing;
  agent.destroy();
});

it('closes a connection whose answer had begun before the shutdown as soon as the answer ends', async () => {
  let finish = (): void => {};
  const shell = await start((router) =>
    router.get('/', (_req, res) => {
      res.write('a');
      finish = () => void res.end('b');
    }),
  );
  const reply = rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n']);
  await until(() => shell.app.requests.count === 1);
  const closing = shell.close();
  await sleep(30);
  finish();
  expect(await took(closing)).toBeLessThan(300);
  expect(await reply).toMatchObject({ status: 200, end: 'closed' });
});

it('after the limit aborts what is left with ShuttingDown, so that it can still be answered', async () => {
  const scopes: RequestScope[] = [];
  const shell = await start(
    (router) =>
      router.get('/', async (_req, res) => {
        const scope = requestScope(res);
        scopes.push(scope);
        await new Promise((_resolve, reject) => {
          scope.signal.addEventListener('abort', () => reject(scope.signal.reason));
        });
      }),
    { drainMs: 100, abortMs: 200 },
  );
  const reply = rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n']);
  await until(() => scopes.length === 1);
  await shell.close();
  expect(scopes[0]?.signal.reason).toBeInstanceOf(ShuttingDown);
  expect(await reply).toMatchObject({ status: 503, text: expect.stringContaining('SHUTTING_DOWN') });
});

it('then destroys the connections of requests that do not listen', async () => {
  const shell = await start((router) => router.get('/', () => {}), { drainMs: 100, abortMs: 50 });
  const reply = rawExchange(shell.port, ['GET / HTTP/1.1\r\nHost: a\r\n\r\n']);
  await until(() => shell.app.requests.count === 1);
  expect(await took(shell.close())).toBeLessThan(500);
  expect((await reply).status).toBe(0);
  expect(shell.accessLines()).toMatchObject([{ status: 499, aborted: 'shutdown' }]);
});

it('is not held up by a client that sends its request slowly', async () => {
  const shell = await start((router) => router.get('/', () => {}), { drainMs: 5000, abortMs: 50 });
  const socket = connect(shell.port, '127.0.0.1').on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHos');
  await sleep(30);
  expect(await took(shell.close())).toBeLessThan(300);
});

it('goes on serving for a while first when told so, with Connection: close on each reply', async () => {
  const shell = await startShell((router) => router.get('/', (_req, res) => sendJson(res, 200, {})), {
    serve: { shutdown: { notReadyMs: 150 } },
  });
  const closing = shell.close();
  expect((await fetch(`${shell.adminUrl}/readyz`)).status).toBe(503);
  expect((await fetch(shell.url)).headers.get('connection')).toBe('close');
  await closing;
  await expect(fetch(shell.url)).rejects.toThrow('fetch failed');
});

it('runs the close hooks after the last request, and neither a failing nor a hanging one holds it up', async () => {
  const order: string[] = [];
  const shell = await startShell(
    (router) =>
      router.get('/', async (_req, res) => {
        await sleep(50);
        order.push('answered');
        sendJson(res, 200, {});
      }),
    {
      serve: {
        shutdown: { drainMs: 500, hooksMs: 50 },
        onClose: [
          () => void order.push('hook'),
          () => {
            throw new Error('a hook failed');
          },
          () => new Promise<void>(() => {}),
        ],
      },
    },
  );
  const reply = fetch(shell.url);
  await until(() => shell.app.requests.count === 1);
  await shell.close();
  await reply;
  expect(order).toEqual(['answered', 'hook']);
  const errors = shell.sink.lines().filter((line) => line['level'] === 'error');
  expect(errors.map((line) => line['msg'])).toEqual([
    'a close hook failed',
    'close hooks took too long and were left behind',
  ]);
});
