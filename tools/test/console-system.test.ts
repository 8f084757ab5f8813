import { z } from 'zod';
import { watchedApps } from '../src/apps.ts';
import { type ConfigCopy, copyConfig } from '../src/running/config-copy.ts';
import { type RunningConsole, startConsole } from '../src/running/running-console.ts';
import { type WholeSystem, startWholeSystem } from '../src/running/whole-system.ts';

/* What the console shows and does, held against the apps themselves: whether each understands the other. */

const countsSchema = z.object({ whole: z.number(), partial: z.number() });

const stateSchema = z.object({
  apps: z.array(
    z.object({
      app: z.string(),
      status: z.string(),
      problem: z.string().nullable(),
      traffic: z.object({ ratePerSecond: z.number() }).nullable(),
      calls: z.array(z.object({ service: z.string(), ratePerSecond: z.number(), errorShare: z.number() })),
      circuits: z.array(z.object({ service: z.string(), state: z.string(), since: z.string() })),
      settings: z.object({ knobs: z.array(z.object({ path: z.string(), value: z.unknown() })) }).nullable(),
      pages: z
        .object({ pages: z.array(z.object({ page: z.string(), outcomes: z.record(z.string(), z.number()) })) })
        .nullable(),
      cache: z.object({ flights: z.number() }).nullable(),
      faults: z.array(z.object({ kind: z.string() })),
    }),
  ),
  redis: z.object({ status: z.string() }).nullable(),
  load: z.object({ recent: countsSchema, total: countsSchema, problem: z.string().nullable() }).nullable(),
});

type State = z.infer<typeof stateSchema>;

let config: ConfigCopy;
let system: WholeSystem;
let command: RunningConsole;
let url: string;
let adminUrl: string;
let authorization: string;

beforeAll(async () => {
  config = copyConfig({});
  system = await startWholeSystem({ CONFIG_DIR: config.dir });
  command = await startConsole(system);
  ({ url, adminUrl } = command);
  const { token } = z.object({ token: z.string() }).parse(await send('POST', '/api/token', {}));
  authorization = `Bearer ${token}`;
}, 60_000);
afterAll(async () => {
  await Promise.all([command.close(), system.close()]);
  config.remove();
});

async function send(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The state as soon as it is such. Rejects with what is left of it when it is not in time. */
async function until(isSuch: (state: State) => boolean, seconds = 15): Promise<State> {
  for (const endsAt = performance.now() + seconds * 1000; ;) {
    const state = stateSchema.parse(await (await fetch(`${url}/api/state`)).json());
    if (isSuch(state)) return state;
    if (performance.now() > endsAt) {
      const short = state.apps.map(({ app, status, problem, circuits }) => ({ app, status, problem, circuits }));
      throw new Error(`not so after ${seconds} s: ${JSON.stringify({ short, load: state.load })}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const appIn = ({ apps }: State, name: string) => apps.find(({ app }) => app === name);
const paymentIn = (state: State, app = 'mobile-bff') =>
  appIn(state, app)?.circuits.find(({ service }) => service === 'payment');

it('understands every answer of every app', async () => {
  const state = await until(
    ({ apps }) =>
      apps.every(({ status, problem }) => status === 'ready' && problem === null) &&
      apps.every(({ app, settings, pages, cache }) => !app.endsWith('-bff') || (settings && pages && cache) !== null),
  );
  expect(state.apps.map(({ app }) => app)).toEqual(watchedApps.map(({ name }) => name));
  expect(state.redis).toEqual({ status: 'not-configured', byApp: undefined });
  for (const { app, circuits } of state.apps)
    expect([app, circuits.length]).toEqual([app, app.endsWith('-bff') ? 4 : 0]);
});

it.each([
  ['mobile-bff', 'home'],
  ['web-bff', 'order'],
  ['web-bff', 'dashboard'],
  ['graphql-bff', 'order'],
  ['mobile-bff', 'order'],
])('makes load that is answered by whole pages: %s %s', async (app, page) => {
  await send('POST', '/api/load', { app, page, ratePerSecond: 20 });
  const state = await until(({ load }) => (load?.total.whole ?? 0) > 5);
  expect(state.load?.problem).toBeNull();
});

it('shows a fault from where it is to what comes of it, and the recovery', async () => {
  await send('POST', '/api/load', { app: 'mobile-bff', page: 'order', ratePerSecond: 20 });
  await until(({ load }) => (load?.recent.whole ?? 0) > 5);
  await send('POST', '/api/faults/payment', { kind: 'hang' });
  const broken = await until((state) => paymentIn(state)?.state === 'open' && (state.load?.recent.partial ?? 0) > 0);
  expect(appIn(broken, 'payment-service')?.faults).toEqual([{ kind: 'hang' }]);
  await until((state) => {
    const edge = appIn(state, 'mobile-bff')?.calls.find(({ service }) => service === 'payment');
    const order = appIn(state, 'mobile-bff')?.pages?.pages.find(({ page }) => page === 'order');
    return (edge?.errorShare ?? 0) > 0 && (order?.outcomes['degraded'] ?? 0) > 0;
  });
  await send('DELETE', '/api/faults/payment');
  await until((state) => paymentIn(state)?.state === 'closed', 45);
  await until(({ load }) => load?.recent.partial === 0 && load.recent.whole > 0);
}, 90_000);

it('isolates and closes a circuit, and says who did', async () => {
  await send('POST', '/api/circuits/web-bff/payment/isolate', { reason: 'ledger repair' });
  await until((state) => paymentIn(state, 'web-bff')?.state === 'isolated');
  await send('POST', '/api/circuits/web-bff/payment/close', {});
  await until((state) => paymentIn(state, 'web-bff')?.state === 'closed');
  expect(await send('GET', '/api/acts')).toMatchObject({
    acts: [
      { app: 'web-bff', service: 'payment', act: 'close', by: 'usr_0001' },
      { act: 'isolate', by: 'usr_0001', reason: 'ledger repair' },
    ],
    problems: [],
  });
  await expect(send('POST', '/api/circuits/web-bff/payment/isolate', { reason: '' })).rejects.toThrow(/^400: .*reason/);
});

it('plays what was against other thresholds, and has them taken, the state of the circuit kept', async () => {
  const before = paymentIn(await until(() => true));
  expect(
    await send('POST', '/api/circuits/mobile-bff/payment/what-if', { breaker: { failureRatio: 0.3 } }),
  ).toMatchObject({
    replicas: [{ replica: 0, whatIf: { service: 'payment' } }],
    problems: [],
  });
  const patch = { services: { payment: { breaker: { failureRatio: 0.3 } } } };
  expect(await send('PATCH', '/api/settings/mobile-bff', patch)).toMatchObject({ done: true });
  const path = 'services.payment.breaker.failureRatio';
  const after = await until(
    (state) => appIn(state, 'mobile-bff')?.settings?.knobs.find((knob) => knob.path === path)?.value === 0.3,
  );
  expect(paymentIn(after)?.since).toBe(before?.since);
  expect(await send('GET', '/api/acts')).toMatchObject({
    acts: [{ app: 'mobile-bff', act: 'tune', by: 'usr_0001', changes: [{ path, from: 0.5, to: 0.3 }] }, {}, {}],
  });
});

it('shows a process that hangs and one that is killed as dead, and both when they are back', async () => {
  system.signal('web-bff', 'SIGSTOP');
  await system.kill('inventory');
  const isDead = (state: State, app: string) => appIn(state, app)?.status === 'dead';
  const dead = await until((state) => isDead(state, 'web-bff') && isDead(state, 'inventory-service'));
  expect(appIn(dead, 'web-bff')?.problem).toBe('no answer within 900 ms');
  expect(appIn(dead, 'inventory-service')?.problem).toBe('nobody listens');
  system.signal('web-bff', 'SIGCONT');
  await system.revive('inventory');
  await until(({ apps }) => apps.every(({ status }) => status === 'ready'));
}, 60_000);

it('goes on when everything that it watches is stopped', async () => {
  await system.close();
  await until(({ apps }) => apps.every(({ status }) => status === 'dead'));
  expect((await fetch(`${adminUrl}/readyz`)).status).toBe(200);
}, 30_000);
