import express from 'express';
import { sendJson } from '../src/index.ts';
import { rawExchange } from './raw-client.ts';
import { startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

const start = () =>
  startShell((router) => {
    const orders = express.Router();
    orders.get('/:orderId', (_req, res) => sendJson(res, 200, { ok: true }));
    orders.get('/:orderId/fails', () => Promise.reject(new Error('boom')));
    router.use('/v1/orders', orders);
  });

it('holds one line a request: what was asked, by template and path, and how it ended', async () => {
  const shell = await start();
  await fetch(`${shell.url}/v1/orders/ord_1?token=abc`, { headers: { authorization: 'Bearer abcdef' } });
  await until(() => shell.accessLines().length === 1);
  expect(shell.accessLines()).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      app: 'test-app',
      requestId: expect.any(String),
      traceId: expect.any(String),
      method: 'GET',
      route: '/v1/orders/:orderId',
      path: '/v1/orders/ord_1',
      status: 200,
      durationMs: expect.any(Number),
      bytes: expect.any(Number),
      msg: 'request',
    },
  ]);
  expect(shell.sink.text()).not.toContain('abc');
});

it('knows the whole template below a mounted router, also of a request that failed', async () => {
  const shell = await start();
  await fetch(`${shell.url}/v1/orders/ord_1/fails`);
  await until(() => shell.accessLines().length === 1);
  expect(shell.accessLines()).toMatchObject([
    { route: '/v1/orders/:orderId/fails', status: 500, code: 'INTERNAL_ERROR' },
  ]);
  expect((await shell.metrics.render()).text).toContain(
    'http_request_method="GET",http_route="/v1/orders/:orderId/fails",http_response_status_code="500"} 1',
  );
});

it('counts what was written for this request, and not for those before it on the connection', async () => {
  const shell = await start();
  const get = 'GET /v1/orders/ord_1 HTTP/1.1\r\nHost: a\r\n\r\n';
  const { text } = await rawExchange(shell.port, [get, get], { pauseMs: 50, giveUpMs: 150 });
  expect(shell.accessLines().map((line) => line['bytes'])).toEqual([text.length / 2, text.length / 2]);
});

it('leaves invented paths and methods out of the metrics', async () => {
  const shell = await start();
  for (let i = 0; i < 5; i++) await fetch(`${shell.url}/probe-${i}`, { method: 'PROPFIND' });
  await until(() => shell.accessLines().length === 5);
  const series = (await shell.metrics.render()).text.split('\n').filter((line) => line.includes('_count'));
  expect(series).toEqual([
    expect.stringMatching(/"_OTHER",http_route="unmatched",http_response_status_code="404"\} 5$/),
  ]);
});
