import { connect } from 'node:net';
import { ClientGone } from '@bff/errors';
import { VirtualClock, listen } from '@bff/testing';
import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import { type RequestScope, createApp, requestScope, sendJson } from '../src/index.ts';
import { rawExchange } from './raw-client.ts';
import { startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

async function startWithScopes() {
  const scopes: RequestScope[] = [];
  const shell = await startShell((router) => {
    router.get('/now', (_req, res) => {
      scopes.push(requestScope(res));
      requestScope(res).log.info('working');
      sendJson(res, 200, {});
    });
    router.get('/hang', (_req, res) => void scopes.push(requestScope(res)));
    router.get('/begun', (_req, res) => {
      scopes.push(requestScope(res));
      res.write('half of ');
    });
  });
  return { shell, scopes };
}

describe('the request id', () => {
  it('is taken from the caller when it is harmless, sent back, and in every line', async () => {
    const { shell } = await startWithScopes();
    const response = await fetch(`${shell.url}/now`, { headers: { 'x-request-id': 'abc-1', traceparent } });
    expect(response.headers.get('x-request-id')).toBe('abc-1');
    await until(() => shell.accessLines().length === 1);
    const ofTheRequest = shell.sink.lines().filter((line) => line['requestId'] === 'abc-1');
    expect(ofTheRequest).toMatchObject([
      { msg: 'working', traceId },
      { msg: 'request', traceId },
    ]);
  });

  it('is made when the caller sent none or a forged one', async () => {
    const { shell } = await startWithScopes();
    for (const headers of [{}, { 'x-request-id': 'a"b' }, { 'x-request-id': 'x'.repeat(65) }]) {
      const response = await fetch(`${shell.url}/now`, { headers });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

it('goes on with the caller’s trace', async () => {
  const { shell, scopes } = await startWithScopes();
  await fetch(`${shell.url}/now`, { headers: { traceparent, tracestate: 'a=1' } });
  await fetch(`${shell.url}/now`, { headers: { traceparent: traceparent.toUpperCase() } });
  expect(scopes[0]?.trace).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7', tracestate: 'a=1' });
  expect(scopes[1]?.trace.traceId).not.toBe(traceId);
});

it('measures on the clock that it was given', async () => {
  const clock = new VirtualClock();
  const sink = createLogSink();
  const app = createApp({
    name: 'test-app',
    logger: createLogger({ app: 'test-app', destination: sink }),
    metrics: createMetrics({ app: 'test-app', processMetrics: false }),
    clock,
    routes: (router) =>
      router.get('/slow', async (_req, res) => {
        expect(requestScope(res).receivedAtMs).toBe(clock.now());
        await clock.advance(1234.56);
        sendJson(res, 200, {});
      }),
  });
  const { url, close } = await listen(app);
  await fetch(`${url}/slow`);
  await close();
  expect(sink.lines()).toMatchObject([{ msg: 'request', durationMs: 1234.6 }]);
});

describe('the abort signal', () => {
  it('aborts with ClientGone when the client leaves before the answer', async () => {
    const { shell, scopes } = await startWithScopes();
    const client = new AbortController();
    const request = fetch(`${shell.url}/hang`, { signal: client.signal }).catch(() => undefined);
    await until(() => scopes.length === 1);
    expect(scopes[0]?.signal.aborted).toBe(false);
    client.abort();
    await request;
    await until(() => scopes[0]?.signal.aborted === true);
    expect(scopes[0]?.signal.reason).toBeInstanceOf(ClientGone);
    expect(shell.accessLines()).toMatchObject([{ route: '/hang', status: 499, aborted: 'client' }]);
    expect((await shell.metrics.render()).text).toContain('http_response_status_code="499"');
  });

  it('aborts when the client leaves in the middle of the answer', async () => {
    const { shell, scopes } = await startWithScopes();
    const socket = connect(shell.port, '127.0.0.1');
    socket.write('GET /begun HTTP/1.1\r\nHost: a\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    await until(() => scopes[0]?.signal.aborted === true);
    expect(scopes[0]?.signal.reason).toBeInstanceOf(ClientGone);
    expect(shell.accessLines()).toMatchObject([{ status: 200, aborted: 'client' }]);
  });

  it('stays still when the answer was finished, also when the client then closes', async () => {
    const { shell, scopes } = await startWithScopes();
    await rawExchange(shell.port, ['GET /now HTTP/1.1\r\nHost: a\r\n\r\n'], { giveUpMs: 50 });
    await until(() => shell.accessLines().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(scopes[0]?.signal.aborted).toBe(false);
    expect(shell.accessLines()[0]).not.toHaveProperty('aborted');
  });
});

it('refuses to make up a scope for another app’s response', () => {
  expect(() => requestScope({})).toThrow('createApp');
});
