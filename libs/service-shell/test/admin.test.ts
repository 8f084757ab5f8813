import { createServer } from 'node:http';
import { connect } from 'node:net';
import { createLogger, createMetrics } from '@bff/observability';
import { listen } from '@bff/testing';
import { createApp, sendJson, serve } from '../src/index.ts';

import { startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

it('is alive, ready and measured, on a port of its own', async () => {
  const shell = await startShell((router) => router.get('/', (_req, res) => sendJson(res, 200, {})));
  await fetch(shell.url);
  const live = await fetch(`${shell.adminUrl}/livez`);
  expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  const ready = await fetch(`${shell.adminUrl}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks: { accepting: 'ok' } }]);
  const metrics = await fetch(`${shell.adminUrl}/metrics`);
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await metrics.text();
  expect(text).toContain('http_server_request_duration_seconds_count');
  expect(text).toMatch(/^bff_ready\{app="[^"]+"\} 1$/m);
  expect((await fetch(`${shell.url}/livez`)).status).toBe(404);
});

it('names each readiness check that fails, throws or hangs', async () => {
  const shell = await startShell(() => {}, {
    serve: {
      readiness: {
        fine: () => true,
        cold: () => Promise.resolve(false),
        broken: () => Promise.reject(new Error('no')),
        hung: () => new Promise<boolean>(() => {}),
      },
    },
  });
  const response = await fetch(`${shell.adminUrl}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({
    status: 'not-ready',
    checks: { accepting: 'ok', fine: 'ok', cold: 'failed', broken: 'failed', hung: 'failed' },
  });
  expect(await (await fetch(`${shell.adminUrl}/metrics`)).text()).toMatch(/^bff_ready\{app="[^"]+"\} 0$/m);
});

it('answers while every request to the public port hangs', async () => {
  const shell = await startShell((router) => router.get('/', () => {}));
  const hanging = Array.from({ length: 200 }, () => connect(shell.port, '127.0.0.1'));
  for (const socket of hanging) socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await until(() => shell.app.requests.count === 200);
  const answers = await Promise.all(['livez', 'readyz', 'metrics'].map((path) => fetch(`${shell.adminUrl}/${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(shell.app.requests.count).toBe(200);
  for (const socket of hanging) socket.destroy();
});

it('takes more routes, answers problems like the public app, and logs no probe', async () => {
  const shell = await startShell(() => {}, {
    serve: { adminRoutes: (router) => router.get('/faults', (_req, res) => sendJson(res, 200, [])) },
  });
  expect((await fetch(`${shell.adminUrl}/faults`)).status).toBe(200);
  const missing = await fetch(`${shell.adminUrl}/nowhere`);
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(shell.accessLines()).toEqual([]);
});

describe('a port that is taken', () => {
  const appOf = () =>
    createApp({
      name: 'test-app',
      logger: createLogger({ app: 'test-app', level: 'silent' }),
      metrics: createMetrics({ app: 'test-app', processMetrics: false }),
      routes: () => {},
    });

  it('is named in one line, with the app and the variable', async () => {
    const other = await listen(() => {});
    await expect(serve({ app: appOf(), port: other.port, adminPort: 0 })).rejects.toThrow(
      `test-app: public port ${other.port} on 127.0.0.1 is already in use by another process (PORT sets another one)`,
    );
    await other.close();
  });

  it('leaves nothing open when it is the admin port', async () => {
    const other = await listen(() => {});
    const free = await listen(() => {});
    await free.close();
    await expect(serve({ app: appOf(), port: free.port, adminPort: other.port })).rejects.toThrow(
      `test-app: admin port ${other.port} on 127.0.0.1 is already in use by another process (ADMIN_PORT sets another one)`,
    );
    await other.close();
    const again = createServer();
    await new Promise<void>((resolve, reject) => again.once('error', reject).listen(free.port, '127.0.0.1', resolve));
    await new Promise((resolve) => again.close(resolve));
  });
});
