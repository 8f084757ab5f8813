import { problemOf } from './problem-of.ts';
import { type SheddingShell, startSheddingShell, stopSheddingShells } from './held-requests.ts';
import { until } from './shell.ts';

afterEach(stopSheddingShells);

const quick = (shell: SheddingShell, init?: RequestInit): Promise<Response> => fetch(`${shell.url}/quick`, init);

/** Lets the loop be measured so often. */
function measure({ clock }: SheddingShell, times: number): void {
  for (let time = 0; time < times; time += 1) clock.advance(10 + clock.lateMs);
}

it('refuses what exceeds the count, answers what it took on, and takes on again when that has ended', async () => {
  const shell = await startSheddingShell({ maxInFlight: 2 });
  const held = await shell.hold(2);
  expect((await quick(shell)).status).toBe(503);
  expect((await quick(shell)).status).toBe(503);
  expect(await shell.shed()).toEqual({ 'in-flight': 2, 'event-loop-delay': 0 });
  shell.gate.open();
  for (const answer of held) expect((await answer).status).toBe(200);
  await until(() => shell.app.requests.count === 0);
  expect((await quick(shell)).status).toBe(200);
  expect(await shell.shed()).toEqual({ 'in-flight': 2, 'event-loop-delay': 0 });
});

it('takes on fewer at once while the event loop is late, and more again when it is in time', async () => {
  const shell = await startSheddingShell({ maxInFlight: 100, minInFlight: 2, maxEventLoopDelayMs: 10 });
  await shell.hold(6);
  measure(shell, 3);
  expect((await quick(shell)).status).toBe(200);

  shell.clock.lateMs = 40;
  measure(shell, 4);
  const refused = await quick(shell);
  expect(refused.status).toBe(503);
  expect(await shell.shed()).toEqual({ 'in-flight': 0, 'event-loop-delay': 1 });

  shell.clock.lateMs = 0;
  measure(shell, 8);
  expect((await quick(shell)).status).toBe(200);
});

it('begins anew when everything was answered', async () => {
  const shell = await startSheddingShell({ maxInFlight: 5, minInFlight: 2, maxEventLoopDelayMs: 10 });
  const leave = new AbortController();
  shell.clock.lateMs = 1000;
  await shell.hold(4, leave.signal);
  measure(shell, 4);
  expect((await quick(shell)).status).toBe(503);
  leave.abort();
  await until(() => shell.app.requests.count === 0);
  await shell.hold(4);
  expect((await quick(shell)).status).toBe(200);
});

it('never refuses as many as it should take on in any case, however late the loop is', async () => {
  const shell = await startSheddingShell({ maxInFlight: 100, minInFlight: 4, maxEventLoopDelayMs: 10 });
  shell.clock.lateMs = 10_000;
  await shell.hold(3);
  measure(shell, 50);
  expect((await quick(shell)).status).toBe(200);
  await shell.hold(1);
  expect((await quick(shell)).status).toBe(503);
});

it('does not take a process that waits for a slow service for one that has too much to do', async () => {
  const shell = await startSheddingShell({ maxInFlight: 60, minInFlight: 2 });
  await shell.hold(50);
  measure(shell, 100);
  expect((await quick(shell)).status).toBe(200);
});

it('takes new limits for the next request', async () => {
  const shell = await startSheddingShell({ maxInFlight: 100 });
  await shell.hold(3);
  expect((await quick(shell)).status).toBe(200);
  shell.limits.maxInFlight = 3;
  expect((await quick(shell)).status).toBe(503);
  shell.limits.maxInFlight = 4;
  expect((await quick(shell)).status).toBe(200);
});

it('answers a problem that says when to come back', async () => {
  let drawn = 0;
  const shell = await startSheddingShell(
    { maxInFlight: 1, retryAfter: { minMs: 1000, maxMs: 5000 } },
    { random: () => drawn },
  );
  await shell.hold(1);
  const refused = await quick(shell, { headers: { 'x-request-id': 'mine' } });
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '1',
    'x-request-id': 'mine',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    connection: 'keep-alive',
  });
  expect(await problemOf(refused)).toEqual({
    type: 'urn:bff:problem:overloaded',
    title: 'The server has too much to do',
    status: 503,
    code: 'OVERLOADED',
    detail: 'Nothing was done for this request. Please come back a little later.',
    retryable: true,
    retryAfterMs: 1000,
    requestId: 'mine',
  });
  drawn = 0.6;
  const later = await quick(shell);
  expect(later.headers.get('retry-after')).toBe('4');
  expect(await problemOf(later)).toMatchObject({ retryAfterMs: 3400 });
  const head = await quick(shell, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([503, '']);
});

it('answers in the form and with the headers that its app wants', async () => {
  const shell = await startSheddingShell(
    { maxInFlight: 1 },
    {
      form: {
        contentType: 'application/x-refusal',
        body: ({ code, retryable }) => ({ errors: [{ code, retryable }] }),
      },
      headersFor: ({ headers }) => ({ 'Access-Control-Allow-Origin': headers.origin ?? 'none' }),
    },
  );
  await shell.hold(1);
  const refused = await quick(shell, { headers: { origin: 'https://shop.example' } });
  expect(refused.headers.get('content-type')).toBe('application/x-refusal');
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(await refused.json()).toEqual({ errors: [{ code: 'OVERLOADED', retryable: true }] });
});

it('lets a preflight through, so that a page can read the refusal of what follows', async () => {
  const shell = await startSheddingShell({ maxInFlight: 1 });
  await shell.hold(1);
  const preflight = { 'access-control-request-method': 'GET', origin: 'https://shop.example' };
  expect((await quick(shell, { method: 'OPTIONS', headers: preflight })).status).toBe(200);
  expect((await quick(shell, { method: 'OPTIONS' })).status).toBe(503);
});

it('writes one line a second on what it refused, and none on each request', async () => {
  const shell = await startSheddingShell({ maxInFlight: 1 });
  await shell.hold(1);
  const lines = () => shell.sink.lines().filter(({ msg }) => msg === 'load shed');
  for (let count = 0; count < 5; count += 1) await quick(shell);
  expect(lines()).toMatchObject([{ level: 'warn', refused: { 'in-flight': 1 }, inFlight: 1, inFlightLimit: 1 }]);
  shell.clock.advance(1000);
  expect(lines()).toHaveLength(2);
  expect(lines()[1]).toMatchObject({ refused: { 'in-flight': 4 } });
  shell.clock.advance(5000);
  expect(lines()).toHaveLength(2);
  expect(shell.accessLines()).toEqual([]);
  expect((await shell.metrics.render()).text).not.toContain('http_response_status_code="503"');
});

it('has no timer while nothing is in flight', async () => {
  const shell = await startSheddingShell({});
  await shell.hold(2);
  expect(shell.clock.pendingTimers).toBe(1);
  shell.gate.open();
  await until(() => shell.app.requests.count === 0);
  expect(shell.clock.pendingTimers).toBe(0);
});

it('leaves the admin port alone: it answers while the public one refuses, and refuses nobody itself', async () => {
  const shell = await startSheddingShell(
    { maxInFlight: 1, minInFlight: 1 },
    { serve: { serve: { adminRoutes: (router) => void router.get('/hang', () => {}) } } },
  );
  await shell.hold(1);
  const leave = new AbortController();
  const hanging = [1, 2, 3].map(() => fetch(`${shell.adminUrl}/hang`, { signal: leave.signal }).catch(() => undefined));
  expect((await quick(shell)).status).toBe(503);
  expect((await fetch(`${shell.adminUrl}/livez`)).status).toBe(200);
  expect((await fetch(`${shell.adminUrl}/readyz`)).status).toBe(200);
  leave.abort();
  await Promise.all(hanging);
});

it('closes the connection with a refusal while it shuts down, and ends in order', async () => {
  const shell = await startSheddingShell({ maxInFlight: 1 }, { serve: { serve: { shutdown: { notReadyMs: 1000 } } } });
  const [held] = await shell.hold(1);
  const closing = shell.close();
  await until(() => shell.app.requests.draining);
  const refused = await quick(shell);
  expect([refused.status, refused.headers.get('connection')]).toEqual([503, 'close']);
  expect(await problemOf(refused)).toMatchObject({ code: 'OVERLOADED' });
  shell.gate.open();
  expect((await held)?.status).toBe(200);
  await shell.clock.advanceBy(5000);
  await closing;
});
