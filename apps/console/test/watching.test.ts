import type { History } from '../src/wire/index.ts';
import { type StartedConsole, appIn, startConsole } from './console-app.ts';
import { aCircuit, someCircuits, someMetrics, startFakeBff, startFakeService } from './fake-bff.ts';
import { type FakeTarget, hang, problem, startFakeTarget } from './fake-target.ts';

let bff: FakeTarget;
let payment: FakeTarget;
let watched: StartedConsole;
beforeEach(async () => {
  [bff, payment] = await Promise.all([startFakeBff(), startFakeService()]);
  watched = await startConsole([
    ['web-bff', bff.url],
    ['payment-service', payment.url],
  ]);
  await watched.until(({ apps }) => apps.every(({ status, problem: wrong }) => status === 'ready' && wrong === null));
});
afterEach(async () => {
  await watched.close();
  await Promise.all([bff.die(), payment.die()]);
});

const statusOf = async (app: string) => appIn(await watched.state(), app).status;

it('shows what each process says of itself', async () => {
  payment.answers.set('/faults', { faults: [aFault] });
  const state = await watched.until((now) => appIn(now, 'payment-service').faults.length > 0);
  expect(state).toMatchObject({ production: false, redis: { status: 'not-configured' }, load: null });
  expect(appIn(state, 'web-bff')).toMatchObject({
    kind: 'bff',
    team: 'web',
    service: null,
    replica: 0,
    adminUrl: bff.url,
    readiness: { accepting: 'ok' },
    replicas: 'alone',
    circuits: [{ service: 'payment', state: 'closed' }],
    calls: [{ service: 'payment', breaker: 'closed' }],
  });
  expect(appIn(state, 'payment-service')).toMatchObject({ kind: 'service', service: 'payment', faults: [aFault] });
});

it('shows a process that stops as dead, keeps what it knew of it, goes on with the others, and finds it again', async () => {
  bff.answers.set('/circuits', someCircuits('alone', aCircuit({ state: 'open' })));
  await watched.until((now) => appIn(now, 'web-bff').circuits[0]?.state === 'open');
  await bff.die();
  const {
    since,
    circuits,
    calls,
    problem: why,
    traffic,
  } = appIn(await watched.until((now) => appIn(now, 'web-bff').status === 'dead'), 'web-bff');
  expect({ why, circuits, traffic }).toMatchObject({
    why: 'nobody listens',
    circuits: [{ state: 'open' }],
    traffic: null,
  });
  expect(calls).toMatchObject([{ service: 'payment', breaker: 'unknown' }]);
  expect(await statusOf('payment-service')).toBe('ready');

  bff.answers.set('/circuits', someCircuits('alone', aCircuit({ since: new Date().toISOString() })));
  await bff.comeBack();
  const back = await watched.until((now) => appIn(now, 'web-bff').status === 'ready');
  expect(appIn(back, 'web-bff').since > since).toBe(true);
  const { strips } = await untilHistory(({ strips: [strip] }) => strip?.changes.at(-1)?.state === 'closed');
  expect(strips[0]?.changes.map(({ state }) => state)).toEqual(['closed', 'open', 'unknown', 'closed']);
  expect(strips[0]?.changes.at(-1)?.reason).toBe('the process is back');
});

it('shows a process that hangs as dead, and is not held up by it', async () => {
  for (const path of bff.answers.keys()) bff.answers.set(path, hang);
  await watched.until((now) => appIn(now, 'web-bff').status === 'dead');
  expect(appIn(await watched.state(), 'web-bff').problem).toBe('no answer within 900 ms');
  payment.answers.set('/faults', { faults: [aFault] });
  await watched.until((now) => appIn(now, 'payment-service').faults.length === 1);
});

it('asks the rest when one question is not answered', async () => {
  bff.answers.set('/pages', hang);
  bff.answers.set('/circuits', someCircuits('connected'));
  const state = await watched.until((now) => /pages/.test(appIn(now, 'web-bff').problem ?? ''));
  expect(appIn(state, 'web-bff')).toMatchObject({
    status: 'ready',
    replicas: 'connected',
    problem: '/pages: no answer within 900 ms',
  });
});

it('says what is not ready', async () => {
  bff.answers.set('/readyz', problem(503, { status: 'not-ready', checks: { accepting: 'ok', jwks: 'failed' } }));
  const state = await watched.until((now) => appIn(now, 'web-bff').status === 'not-ready');
  expect(appIn(state, 'web-bff').problem).toBe('not ready: jwks failed');
});

it.each<[string, FakeTarget['answers'] extends Map<string, infer A> ? A : never, RegExp]>([
  ['/circuits', 'no JSON <script>', /^\/circuits: its answer is not JSON$/],
  ['/circuits', { circuits: 'none' }, /^\/circuits: not the expected answer: replicas /],
  ['/circuits', { replicas: 'alone', circuits: [{ service: 'hunter2' }] }, /circuits\.0\.state/],
  ['/settings', [], /^\/settings: not the expected answer: the answer should be object$/],
  ['/pages', { pages: [] }, /^\/pages: not the expected answer/],
  ['/cache', problem(500, { title: 'hunter2' }), /^\/cache: it answers with status 500$/],
  ['/metrics', '<html>', /^\/metrics: its answer has no metrics$/],
])(
  'says that an answer to %s is none, keeps what it knew, and repeats nothing of it: %j',
  async (path, answer, said) => {
    bff.answers.set(path, answer);
    const state = await watched.until((now) => appIn(now, 'web-bff').problem !== null);
    const { problem: wrong, status, circuits } = appIn(state, 'web-bff');
    expect(wrong).toMatch(said);
    expect(wrong).not.toMatch(/hunter2|script/);
    expect({ status, services: circuits.map(({ service }) => service) }).toEqual({
      status: 'ready',
      services: ['payment'],
    });
  },
);

it('says so when what listens is no HTTP server', async () => {
  await bff.die();
  const { createServer } = await import('node:net');
  const other = createServer((socket) =>
    socket
      .resume()
      .on('error', () => {})
      .end('SSH-2.0-x\r\n'),
  );
  await new Promise<void>((resolve) => other.listen(Number(new URL(bff.url).port), '127.0.0.1', resolve));
  try {
    const state = await watched.until((now) => appIn(now, 'web-bff').problem === 'what it says is not HTTP');
    expect(appIn(state, 'web-bff').status).toBe('dead');
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

it('goes on serving with everything stopped, and picks up again by itself', async () => {
  await Promise.all([bff.die(), payment.die()]);
  const dead = await watched.until(({ apps }) => apps.every(({ status }) => status === 'dead'));
  expect(dead.redis).toBeNull();
  expect((await fetch(`${watched.adminUrl}/readyz`)).status).toBe(200);
  await Promise.all([bff.comeBack(), payment.comeBack()]);
  await watched.until(({ apps }) => apps.every(({ status }) => status === 'ready'));
});

it('measures requests across a start of the process anew, without counting backwards or twice', async () => {
  // Ten more at each look, whenever that is.
  let [ok, failed, startedAt] = [100_000, 0, 1];
  const counting = await startFakeBff({
    '/metrics': (_req, res) => res.end(someMetrics({ ok: (ok += 10), failed, startedAt })),
  });
  const other = await startConsole([['web-bff', counting.url]]);
  const rate = async () => appIn(await other.state(), 'web-bff').traffic?.ratePerSecond ?? 0;
  await other.until((now) => (appIn(now, 'web-bff').traffic?.ratePerSecond ?? 0) > 1);
  [ok, startedAt] = [0, 2];
  for (let looks = 0; looks < 20; looks += 1) {
    const now = await rate();
    expect(now).toBeGreaterThanOrEqual(0);
    expect(now).toBeLessThan(1000);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  failed = 10;
  await other.until((now) => (appIn(now, 'web-bff').traffic?.errorShare ?? 0) > 0);
  await other.close();
  await counting.die();
});

it('tells how the BFFs get on with Redis', async () => {
  const redis = { connected: true, lookupsInFlight: 0, writesInFlight: 0, skippedNodes: [] };
  const cache = { memory: { entries: 1, bytes: 2, maxBytes: 3 }, flights: 0 };
  bff.answers.set('/cache', { ...cache, redis }).set('/circuits', someCircuits('connected'));
  await watched.until((now) => now.redis?.status === 'connected');
  bff.answers.set('/cache', { ...cache, redis: { ...redis, connected: false } });
  const state = await watched.until((now) => now.redis?.status === 'unreachable');
  expect(state.redis?.byApp).toEqual([{ app: 'web-bff', replica: 0, status: 'unreachable' }]);
});

it('writes no line for what it watches', async () => {
  await payment.die();
  await watched.until((now) => appIn(now, 'payment-service').status === 'dead');
  expect(watched.logText()).not.toMatch(/"level":"(warn|error)"|"level":[45]0/);
});

const aFault = {
  id: 'f1',
  kind: 'hang',
  route: 'all',
  options: { probability: 1 },
  setAt: '2026-01-01T00:00:00.000Z',
  expiresAt: null,
  timesFired: 0,
  held: 2,
};

async function untilHistory(isSuch: (history: History) => boolean) {
  for (let tries = 0; ; tries += 1) {
    const history = await watched.get<History>('/api/history');
    if (isSuch(history) || tries === 100) return history;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('has nothing to do with a target that says too much', async () => {
  const endless = await startFakeTarget({
    '/livez': (_req, res) => {
      const write = (): void =>
        void (res.write(Buffer.alloc(1024 * 1024)) ? setImmediate(write) : res.once('drain', write));
      res.once('close', () => res.destroy());
      write();
    },
  });
  const other = await startConsole([['order-service', endless.url]]);
  const state = await other.until(({ apps: [app] }) => /bytes/.test(app?.problem ?? ''));
  expect(state.apps[0]?.status).toBe('dead');
  await other.close();
  await endless.die();
});
