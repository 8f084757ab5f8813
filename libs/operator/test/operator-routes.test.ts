import { type TokenIssuer, VirtualClock, startTokenIssuer } from '@bff/testing';
import { type OperatorServer, startOperatorServer } from './operator-server.ts';

let clock: VirtualClock;
let issuer: TokenIssuer;
let server: OperatorServer;

beforeEach(async () => {
  clock = new VirtualClock();
  issuer = await startTokenIssuer({ clock });
  server = await startOperatorServer({ issuer, clock });
});
afterEach(async () => {
  await server.close();
  await issuer.close();
});

const operatorToken = (claims: object = {}): string =>
  issuer.token({ sub: 'usr_0007', roles: ['customer', 'operator'], ...claims });
const isolate = (given: object = {}): Promise<Response> =>
  server.post('/circuits/payment/isolate', { reason: 'ledger is being repaired', token: operatorToken(), ...given });
const stateOf = (service: string): string | undefined =>
  server.policies.find((policy) => policy.service === service)?.breaker.state;

describe('GET /circuits', () => {
  it('shows every circuit, and asks for no token', async () => {
    expect(await server.get('/circuits')).toEqual({
      app: 'test-bff',
      replicas: 'alone',
      circuits: ['order', 'payment'].map((service) => ({
        service,
        state: 'closed',
        since: '2026-01-01T00:00:00.000Z',
        counts: { calls: 0, failures: 0, slow: 0, consecutiveFailures: 0 },
        openUntil: null,
        lastFailure: null,
        inFlight: 0,
        retriesLeft: expect.any(Number),
        rateLimitedForMs: 0,
        hedging: null,
        lastAct: null,
      })),
    });
  });

  it('says who has isolated a circuit, since when, why, and that it is not shared', async () => {
    clock.advance(60_000);
    await isolate();
    expect(await server.circuit()).toMatchObject({
      state: 'isolated',
      since: '2026-01-01T00:01:00.000Z',
      lastAct: {
        act: 'isolate',
        by: 'usr_0007',
        reason: 'ledger is being repaired',
        at: '2026-01-01T00:01:00.000Z',
        shared: false,
      },
    });
  });
});

describe('an act', () => {
  it('isolates, closes and resets, and answers with the circuit', async () => {
    const isolated = await isolate();
    expect([isolated.status, await isolated.json()]).toEqual([200, await server.circuit()]);
    expect([stateOf('payment'), stateOf('order')]).toEqual(['isolated', 'closed']);
    expect((await server.post('/circuits/payment/close', { token: operatorToken() })).status).toBe(200);
    expect(stateOf('payment')).toBe('closed');
    await isolate();
    const reset = await server.post('/circuits/payment/reset', { token: operatorToken(), reason: 'a clean start' });
    expect(await reset.json()).toMatchObject({ state: 'closed', lastAct: { act: 'reset', reason: 'a clean start' } });
  });

  it('is on record with who and when, the newest first, and one line in the log', async () => {
    await isolate();
    clock.advance(1000);
    await server.post('/circuits/payment/close', { token: operatorToken({ sub: 'usr_0008' }) });
    const act = {
      service: 'payment',
      act: 'isolate',
      by: 'usr_0007',
      reason: 'ledger is being repaired',
      from: 'here',
    };
    expect(await server.get('/circuits/acts')).toMatchObject({
      acts: [{ act: 'close', by: 'usr_0008', at: '2026-01-01T00:00:01.000Z' }, act],
    });
    const lines = server.log.lines().filter(({ msg }) => msg === 'operator act');
    expect(lines).toMatchObject([act, { act: 'close', by: 'usr_0008' }]);
    expect(server.log.text()).not.toContain(operatorToken().split('.')[2]);
  });
});

describe('who may act', () => {
  const refusals: [string, number, string, () => string | undefined][] = [
    ['nobody without a token', 401, 'UNAUTHENTICATED', () => undefined],
    ['nobody with a forged one', 401, 'UNAUTHENTICATED', () => issuer.forgedToken({ roles: ['operator'] })],
    ['nobody with an old one', 401, 'UNAUTHENTICATED', () => operatorToken({ exp: clock.wallTime() / 1000 - 60 })],
    ['no customer', 403, 'FORBIDDEN', () => issuer.token({ sub: 'usr_9', roles: ['customer', 'support'] })],
  ];
  it.each(refusals)('%s', async (_, status, code, token) => {
    const response = await server.post('/circuits/payment/isolate', {
      reason: 'because I can',
      ...(token() !== undefined && { token: token() ?? '' }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status, code });
    expect(stateOf('payment')).toBe('closed');
    expect(await server.get('/circuits/acts')).toEqual({ acts: [] });
  });

  it('who has no right to it is in the log', async () => {
    await isolate({ token: issuer.token({ sub: 'usr_9', roles: ['support'] }) });
    expect(server.log.lines()).toContainEqual(
      expect.objectContaining({ level: 'warn', msg: 'operator act refused', by: 'usr_9', act: 'isolate' }),
    );
  });
});

describe('while the issuer is down', () => {
  /** Hours at once: thousands of attempts to fetch keys in between show nothing more. */
  const jump = async (hours: number): Promise<void> => {
    clock.advance(hours * 3_600_000);
    await clock.settle();
  };

  it('operators act with the tokens that they have, as long as the keys are kept: a day', async () => {
    const token = operatorToken({ exp: clock.wallTime() / 1000 + 172_800 });
    expect((await isolate({ token })).status).toBe(200);
    issuer.goDown();
    await jump(23);
    expect((await server.post('/circuits/payment/close', { token })).status).toBe(200);
    await jump(2);
    const tooLate = await isolate({ token });
    expect([tooLate.status, tooLate.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)]);
    expect(stateOf('payment')).toBe('closed');
  });

  it('a replica that has started since then refuses every act, and says when to try again', async () => {
    issuer.goDown();
    const late = await startOperatorServer({ issuer, clock, withoutKeys: true });
    const response = await late.post('/circuits/payment/isolate', { reason: 'no keys', token: operatorToken() });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE', retryable: true });
    expect((await late.circuit()).state).toBe('closed');
    await late.close();
  });
});

describe('what is refused', () => {
  it('a service that there is not, with those that there are', async () => {
    const response = await server.post('/circuits/payments/close', { token: operatorToken() });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'SERVICE_NOT_FOUND',
      detail: 'There is no service "payments"; there are order, payment',
    });
  });

  it.each([
    ['no body', undefined, 415],
    ['no reason', '{}', 400],
    ['an empty reason', '{"reason":"   "}', 400],
    ['two letters', '{"reason":"ok"}', 400],
    ['an essay', JSON.stringify({ reason: 'a'.repeat(201) }), 400],
    ['two lines', String.raw`{"reason":"one\ntwo"}`, 400],
    ['text that turns around', String.raw`{"reason":"abc \u202e def"}`, 400],
    ['a field that is not known', '{"reason":"fine","force":true}', 400],
    ['what is no JSON', 'reason=fine', 400],
    ['far too much', JSON.stringify({ reason: 'a'.repeat(5000) }), 413],
  ])('to isolate with %s', async (_, body, status) => {
    const response = await server.post('/circuits/payment/isolate', { token: operatorToken(), ...(body && { body }) });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, ...(status === 400 && { errors: [{ in: 'body' }] }) });
    expect(stateOf('payment')).toBe('closed');
  });

  it('to close for a reason that is none, also when it does not say how long it is', async () => {
    const init = { method: 'POST', body: new Blob(['{"reason":"x"}']).stream(), duplex: 'half' } as const;
    const headers = { authorization: `Bearer ${operatorToken()}`, 'content-type': 'application/json' };
    const response = await fetch(`${server.adminUrl}/circuits/payment/close`, { ...init, headers });
    expect(response.status).toBe(400);
  });

  it('an act that there is not, and acting by GET', async () => {
    expect((await server.post('/circuits/payment/open', { token: operatorToken() })).status).toBe(404);
    expect((await fetch(`${server.adminUrl}/circuits/payment/isolate`)).status).toBe(405);
    expect((await server.post('/circuits/payment/close?service=order', { token: operatorToken() })).status).toBe(400);
  });
});
