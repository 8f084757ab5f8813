import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fixedSettings } from '@bff/live-settings';
import {
  type StubService,
  type TokenIssuer,
  VirtualClock,
  reply,
  startStubService,
  startTokenIssuer,
} from '@bff/testing';
import { type Replica, startReplica } from './replica.ts';

/** As it ships, but without retries: on a clock that stands still, the wait before one would never end. */
const shipped = readFileSync(resolve(import.meta.dirname, '../../../config/mobile-bff.yaml'), 'utf8').replace(
  '    attemptMs: 500\n',
  '    attemptMs: 500\n    retries: 0\n',
);

let folder: string;
let file: string;
let issuer: TokenIssuer;
let payment: StubService;
let replicas: Replica[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bff-host-'));
  file = join(folder, 'mobile-bff.yaml');
  writeFileSync(file, shipped);
  issuer = await startTokenIssuer({ clock: new VirtualClock() });
  payment = await startStubService();
  replicas = [];
});
afterEach(async () => {
  chmodSync(folder, 0o755);
  for (const replica of replicas) await replica.close();
  await Promise.all([payment.close(), issuer.close()]);
  rmSync(folder, { recursive: true });
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<Replica> {
  const replica = await startReplica({ file, issuer, paymentUrl: payment.url, env });
  replicas.push(replica);
  return replica;
}

const toRatio = (failureRatio: unknown) => ({ services: { payment: { breaker: { failureRatio } } } });
const circuitOf = async (replica: Replica, service: string): Promise<unknown> =>
  (await replica.circuits()).find((circuit) => circuit.service === service);
const tuned = shipped.replace('{ slowCallMs: 400 }', '{ slowCallMs: 400, failureRatio: 0.3 }');

describe('an operator who tunes a threshold', () => {
  it('gets the settings that are in effect by then, and has changed nothing else in the file', async () => {
    const replica = await start();
    const response = await replica.tune(toRatio(0.3));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await replica.get('/settings'));
    expect(await replica.ratio()).toMatchObject({ value: 0.3, default: 0.5, source: { kind: 'file' } });
    expect(readFileSync(file, 'utf8')).toBe(tuned);
    expect(readdirSync(folder)).toEqual(['mobile-bff.yaml']);
  });

  it('reaches every replica that has the file, and changes the state of no circuit', async () => {
    payment.on('GET', '/payments', reply.problem(500));
    const [one, other] = [await start(), await start()];
    for (const replica of replicas) {
      for (let calls = 0; calls < 5; calls++) await replica.callPayment();
      await fetch(`${replica.adminUrl}/circuits/user/isolate`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${issuer.token({ roles: ['operator'] })}`,
          'content-type': 'application/json',
        },
        body: '{"reason":"for a test"}',
      });
    }
    const before = await Promise.all(replicas.map((replica) => replica.circuits()));
    expect(await circuitOf(one, 'payment')).toMatchObject({ state: 'open' });
    expect(await circuitOf(other, 'user')).toMatchObject({ state: 'isolated' });

    const user = { breaker: { failureRatio: 0.2 } };
    expect((await one.tune({ services: { user, ...toRatio(0.3).services } })).status).toBe(200);
    expect(await other.ratio()).toMatchObject({ value: 0.5 });
    await other.looks();
    expect(await other.ratio()).toMatchObject({ value: 0.3 });
    expect(await Promise.all(replicas.map((replica) => replica.circuits()))).toEqual(before);
    for (const replica of replicas) expect(await replica.callPayment()).toBe('DOWNSTREAM_CIRCUIT_OPEN');
  });

  it('takes it back by null, which leaves the file as it was', async () => {
    const replica = await start();
    await replica.tune(toRatio(0.3));
    expect((await replica.tune(toRatio(null))).status).toBe(200);
    expect(await replica.ratio()).toMatchObject({ value: 0.5, source: { kind: 'default' } });
    expect(readFileSync(file, 'utf8')).toBe(shipped);
  });

  it('may send it as application/json, with a charset', async () => {
    const replica = await start();
    expect((await replica.tune(toRatio(0.3), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  it('is on record with who and what, whatever LOG_LEVEL says, and counted', async () => {
    const replica = await start();
    await replica.tune(toRatio(0.3));
    await replica.tune({ page: { deadlineMs: 700 } });
    const act = {
      act: 'tune',
      by: 'usr_0007',
      at: '2026-01-01T00:00:00.000Z',
      changes: [{ path: 'services.payment.breaker.failureRatio', from: 0.5, to: 0.3 }],
      from: 'here',
    };
    expect(replica.log.lines()).toMatchObject([
      { level: 'info', msg: 'operator act', ...act },
      { level: 'info', msg: 'operator act', changes: [{ path: 'page.deadlineMs', from: 740, to: 700 }] },
    ]);
    expect(await replica.get('/settings/acts')).toMatchObject({ acts: [{ act: 'tune' }, act] });
    const metrics = await (await fetch(`${replica.adminUrl}/metrics`)).text();
    expect(metrics).toContain('bff_operator_acts_total{service="",act="tune",from="here",app="test-bff"} 2');
  });

  it('leaves no trace when there is nothing to change', async () => {
    const replica = await start();
    for (const patch of [{}, { services: { payment: {} } }, { page: { deadlineMs: 740 } }, toRatio(null)]) {
      const response = await replica.tune(patch);
      expect([response.status, await response.json()]).toEqual([200, await replica.get('/settings')]);
    }
    expect(readFileSync(file, 'utf8')).toBe(shipped);
    expect(replica.log.lines()).toEqual([]);
    expect(await replica.get('/settings/acts')).toEqual({ acts: [] });
  });
});

describe('what is refused, and changes nothing', () => {
  let replica: Replica;
  beforeEach(async () => {
    replica = await start({ SETTINGS__services__order__attemptMs: '300' });
  });

  async function refused(response: Response): Promise<object> {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(readFileSync(file, 'utf8')).toBe(shipped);
    expect(readdirSync(folder)).toEqual(['mobile-bff.yaml']);
    expect(await replica.get('/settings/acts')).toEqual({ acts: [] });
    const text = await response.text();
    expect(text).not.toMatch(/\bat .*\.ts|node:internal/);
    return JSON.parse(text);
  }

  const customer = () => `Bearer ${issuer.token({ sub: 'usr_9', roles: ['customer', 'support'] })}`;
  it.each<[string, number, string, () => string | undefined]>([
    ['nobody’s', 401, 'UNAUTHENTICATED', () => undefined],
    ['a forged operator’s', 401, 'UNAUTHENTICATED', () => `Bearer ${issuer.forgedToken({ roles: ['operator'] })}`],
    ['a customer’s', 403, 'FORBIDDEN', customer],
  ])('a request that is %s', async (_who, status, code, authorization) => {
    const problem = await refused(await replica.tune(toRatio(0.3), { authorization: authorization() }));
    expect(problem).toMatchObject({ status, code });
  });

  it.each<[string, object, string, string]>([
    [
      'a knob that is not known',
      { services: { payment: { timeout: 5 } } },
      'services.payment.timeout',
      'is not known; known are attemptMs,',
    ],
    ['a service that is not known', { services: { stock: {} } }, 'services.stock', 'is not known; known are order,'],
    [
      'a wrong value',
      toRatio(30),
      'services.payment.breaker.failureRatio',
      'must be a number above 0 and of at most 1, was 30',
    ],
    [
      'a group for a value',
      toRatio({ is: 0.3 }),
      'services.payment.breaker.failureRatio',
      'must be a number above 0 and of at most 1, was an object',
    ],
    ['a value for a group', { page: 700 }, 'page', 'must be an object, was 700'],
    [
      'to take out what must be said',
      { page: { deadlineMs: null } },
      'page.deadlineMs',
      'is missing; must be an integer from 50 to 60000',
    ],
  ])('%s', async (_what, patch, field, reason) => {
    expect(await refused(await replica.tune(patch))).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      errors: [{ in: 'body', field, reason: expect.stringContaining(reason) }],
    });
  });

  it.each(['[]', 'null', '3', '"x"', '', '{', '{"a":1}{'])('a body that is no object: %j', async (body) => {
    expect(await refused(await replica.tune(body))).toMatchObject({
      status: 400,
      errors: [{ in: 'body', field: '(body)' }],
    });
  });

  it.each([
    ['JSON Patch', 'application/json-patch+json'],
    ['another kind of JSON', 'application/problem+json'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['no type', undefined],
    ['another charset', 'application/json; charset=latin1'],
  ])('%s', async (_what, type) => {
    // An empty type, since `fetch` puts one of its own for none.
    const response = await replica.tune(toRatio(0.3), { 'content-type': type ?? '' });
    expect(await refused(response)).toMatchObject({ status: 415 });
  });

  it('more than 16 KiB, and a query', async () => {
    const large = await replica.tune(`{"page":{"deadlineMs":700}${' '.repeat(16 * 1024)}}`);
    expect(await refused(large)).toMatchObject({ status: 413 });
    const asked = await fetch(`${replica.adminUrl}/settings?dryRun=true`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${issuer.token({ roles: ['operator'] })}`, 'content-type': 'application/json' },
      body: JSON.stringify(toRatio(0.3)),
    });
    expect(await refused(asked)).toMatchObject({ status: 400, errors: [{ in: 'query', field: 'dryRun' }] });
  });

  it('a knob that the environment holds, with the variable’s name', async () => {
    expect(await refused(await replica.tune({ services: { order: { attemptMs: 400 } } }))).toMatchObject({
      status: 409,
      code: 'SETTINGS_HELD',
      detail: expect.stringContaining('SETTINGS__services__order__attemptMs'),
    });
  });

  it.each([
    ['a file', () => chmodSync(file, 0o444)],
    ['a folder', () => chmodSync(folder, 0o555)],
  ])('%s that is read-only', async (_what, protect) => {
    protect();
    expect(await refused(await replica.tune(toRatio(0.3)))).toMatchObject({
      status: 409,
      code: 'SETTINGS_NOT_WRITABLE',
      detail: expect.stringContaining('is read-only'),
    });
  });
});

it('lets nobody tune by the way what is refused as it stands', async () => {
  const replica = await start();
  const broken = shipped.replace('deadlineMs: 740', 'deadlineMs: 7');
  writeFileSync(file, broken);
  const response = await replica.tune(toRatio(0.3));
  expect(await response.json()).toMatchObject({
    status: 409,
    code: 'SETTINGS_REFUSED',
    detail: expect.stringContaining('page.deadlineMs: must be an integer from 50 to 60000, was 7'),
  });
  expect(readFileSync(file, 'utf8')).toBe(broken);
});

it('says where values were given by code that there is no file', async () => {
  await expect(fixedSettings({}).tune({})).rejects.toMatchObject({ details: { code: 'SETTINGS_NOT_WRITABLE' } });
});
