import type { LoadView } from '../src/wire/index.ts';
import { type StartedConsole, startConsole } from './console-app.ts';
import { startFakeService } from './fake-bff.ts';
import { type FakeAnswer, type FakeTarget, hang, startFakeTarget } from './fake-target.ts';

const token: FakeAnswer = (_req, res, body) => {
  const { userId } = JSON.parse(body) as { userId: string };
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ access_token: `token-of-${userId}`, token_type: 'Bearer', expires_in: 900 }));
};

const page =
  (status: number, complete: string | undefined): FakeAnswer =>
  (_req, res) =>
    void res.writeHead(status, complete === undefined ? {} : { 'bff-complete': complete }).end('{}');

let issuer: FakeTarget;
let bff: FakeTarget;
let admin: FakeTarget;
let watched: StartedConsole;
/** Tokens that the BFF was shown, and paths. */
const shown = new Set<string>();
beforeEach(async () => {
  shown.clear();
  issuer = await startFakeTarget({ 'POST /token': token });
  const whole = page(200, '?1');
  bff = await startFakeTarget({
    '/v1/orders?limit=10': { data: { orders: { items: [{ id: 'ord_1' }, { id: 'ord_2' }] } } },
    '/v1/orders/ord_1': (req, res, body) => {
      shown.add(req.headers.authorization ?? '');
      if (typeof whole === 'function') whole(req, res, body);
    },
    '/v1/orders/ord_2': page(200, '?0'),
    '/v1/home': page(200, '?1'),
  });
  admin = await startFakeService();
  watched = await startConsole([['user-service', admin.url]], {
    MOBILE_BFF_URL: bff.url,
    USER_SERVICE_URL: issuer.url,
  });
});
afterEach(async () => {
  await watched.close();
  await Promise.all([issuer.die(), bff.die(), admin.die()]);
});

const start = (pageName: string, ratePerSecond = 100) =>
  watched.send('POST', '/api/load', { app: 'mobile-bff', page: pageName, ratePerSecond });

const loadOf = async () => (await watched.get<LoadView>('/api/load')).load;

async function untilLoad(isSo: (load: NonNullable<LoadView['load']>) => boolean) {
  for (let tries = 0; ; tries += 1) {
    const load = await loadOf();
    if (load && isSo(load)) return load;
    if (tries === 160) throw new Error(`not so after 8 s: ${JSON.stringify(load)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('asks for orders of several customers, whole and partial, at the rate', async () => {
  const { status, body } = await start('order');
  expect([status, body['load']]).toMatchObject([
    200,
    { running: true, app: 'mobile-bff', page: 'order', ratePerSecond: 100 },
  ]);
  const load = await untilLoad(({ total }) => total.whole > 50 && total.partial > 50);
  expect(load.total).toMatchObject({ failed: 0, noAnswer: 0, notSent: 0 });
  expect(load.total.due).toBeGreaterThanOrEqual(load.total.whole + load.total.partial);
  expect(load.recent.p50Ms).toBeLessThanOrEqual(load.recent.p95Ms ?? 0);
  expect(shown.size).toBe(20);
  expect((await watched.state()).load).toMatchObject({ running: true });

  const stopped = await watched.send('DELETE', '/api/load');
  expect(stopped.body['load']).toMatchObject({ running: false, problem: null });
  const { total } = (await loadOf()) ?? {};
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await loadOf())?.total).toEqual(total);
});

it('counts what was answered without a page, and what was not answered', async () => {
  bff.answers.set('/v1/home', (req, res) =>
    Math.random() < 0.5 ? void res.writeHead(503).end() : req.socket.destroy(),
  );
  await start('home');
  const load = await untilLoad(({ total }) => total.failed > 10 && total.noAnswer > 10);
  expect(load.total).toMatchObject({ whole: 0, partial: 0 });
});

it('sends no more than five hundred at once, whatever is due', async () => {
  bff.answers.set('/v1/home', hang);
  await start('home', 500);
  const load = await untilLoad(({ total }) => total.notSent > 50);
  expect(load.inFlight).toBeLessThanOrEqual(500);
  // Nobody waits for them: it stops at once, and nothing of it is left.
  await watched.send('DELETE', '/api/load');
  await untilLoad(({ inFlight }) => inFlight === 0);
});

it('begins when users can be signed in, and says so until then', async () => {
  issuer.answers.delete('POST /token');
  await start('order');
  const waiting = await untilLoad(({ problem }) => problem !== null);
  expect(waiting).toMatchObject({
    running: true,
    problem: expect.stringContaining('no user could be signed in'),
    total: { due: 0 },
  });
  issuer.answers.set('POST /token', token);
  await untilLoad(({ problem, total }) => problem === null && total.whole > 0);
});

it('is one: another takes its place', async () => {
  await start('order');
  await untilLoad(({ total }) => total.whole > 0);
  await start('home', 50);
  const load = await untilLoad(({ page: name, total }) => name === 'home' && total.whole > 0);
  expect(load.total.partial).toBe(0);
});

it.each([
  [{ app: 'mobile-bff', page: 'order', ratePerSecond: 0 }, 'ratePerSecond'],
  [{ app: 'mobile-bff', page: 'order', ratePerSecond: 501 }, 'ratePerSecond'],
  [{ app: 'mobile-bff', page: 'order', ratePerSecond: 1.5 }, 'ratePerSecond'],
  [{ app: 'mobile-bff', page: 'profile', ratePerSecond: 1 }, 'page'],
  [{ app: 'http://evil.example', page: 'order', ratePerSecond: 1 }, 'page'],
  [{ app: 'mobile-bff', page: 'order', ratePerSecond: 1, forMs: 1 }, 'forMs'],
])('refuses %j, and names the field', async (body, field) => {
  const answer = await watched.send('POST', '/api/load', body);
  expect(answer.status).toBe(400);
  expect(answer.body['errors']).toMatchObject([{ in: 'body', field }]);
  expect(await loadOf()).toBeNull();
});

it('gives a token of an operator, and says no more than that when there is none', async () => {
  const asked = await watched.send('POST', '/api/token', { userId: 'usr_0042' });
  expect(asked).toMatchObject({ status: 200, body: { token: 'token-of-usr_0042', userId: 'usr_0042' } });
  expect(JSON.parse(issuer.asked.at(-1)?.body ?? '')).toMatchObject({ userId: 'usr_0042', roles: ['operator'] });
  expect((await watched.send('POST', '/api/token', {})).body['token']).toBe('token-of-usr_0001');
  expect((await watched.send('POST', '/api/token', { userId: '../x' })).status).toBe(400);
  issuer.answers.set('POST /token', (_req, res) => void res.writeHead(500).end('hunter2'));
  const none = await watched.send('POST', '/api/token', {});
  expect(none).toMatchObject({ status: 502, body: { code: 'DOWNSTREAM_UNAVAILABLE' } });
  expect(JSON.stringify(none.body)).not.toContain('hunter2');
});
