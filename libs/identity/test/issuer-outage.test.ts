import { type Harness, createHarness, problemOf, until } from './verifier-harness.ts';

let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness.close());

const hourMs = 3_600_000;

describe('an issuer that is down when the process starts', () => {
  it('makes tokens undecided, not refused: 503 with Retry-After', async () => {
    const { issuer, log } = harness;
    issuer.goDown();
    const verifier = harness.start();
    await until(() => log.length > 0, 'the first failure');

    const { details, headers } = await problemOf(verifier.verify(issuer.token()));

    expect(details).toMatchObject({
      status: 503,
      code: 'DOWNSTREAM_UNAVAILABLE',
      service: 'identity',
      retryable: true,
      retryAfterMs: 1000,
    });
    expect(headers).toEqual({ 'Retry-After': '1' });
    expect(verifier.ready()).toBe(false);
  });

  it('still has nonsense refused with 401', async () => {
    harness.issuer.goDown();
    const verifier = harness.start();
    expect((await problemOf(verifier.verify('abc'))).details.status).toBe(401);
    expect((await problemOf(verifier.verify(harness.issuer.unsignedToken()))).details.status).toBe(401);
  });

  it('is asked again after growing delays, and used once it is up', async () => {
    const { issuer, clock, log } = harness;
    issuer.goDown();
    const verifier = harness.start();
    for (const [index, delayMs] of [250, 500, 1000, 2000, 4000, 5000, 5000].entries()) {
      await until(() => issuer.jwksRequests === index + 1 && clock.pendingTimers === 1, `failure ${index + 1}`);
      clock.advance(delayMs - 1);
      await clock.settle();
      expect(issuer.jwksRequests).toBe(index + 1);
      clock.advance(1);
    }
    await until(() => issuer.jwksRequests === 8 && clock.pendingTimers === 1, 'failure 8');
    expect(log).toEqual([
      { level: 'info', message: expect.stringContaining('not there yet') },
      { level: 'warn', message: expect.stringContaining('could not be fetched') },
    ]);

    issuer.comeBack();
    clock.advance(5000);
    await until(() => verifier.ready(), 'keys');

    await expect(verifier.verify(issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
    expect(log.at(-1)).toEqual({ level: 'info', message: 'identity keys fetched' });
  });

  it('is not asked more often because requests come in', async () => {
    const { issuer, clock } = harness;
    issuer.goDown();
    const verifier = harness.start();
    await until(() => issuer.jwksRequests === 1 && clock.pendingTimers === 1, 'the first failure');
    for (let count = 0; count < 20; count += 1) await problemOf(verifier.verify(issuer.token()));
    expect(issuer.jwksRequests).toBe(1);
  });
});

describe('a request that arrives while the first fetch is under way', () => {
  it('waits for it', async () => {
    const verifier = harness.start();
    await expect(verifier.verify(harness.issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
  });

  it('waits 300 ms at most, and then gets its 503', async () => {
    const { issuer, clock } = harness;
    issuer.answerWith(() => {});
    const verifier = harness.start();
    let settled = false;
    const refused = problemOf(verifier.verify(issuer.token())).finally(() => {
      settled = true;
    });
    await clock.advanceBy(299);
    expect(settled).toBe(false);
    await clock.advanceBy(1);
    expect((await refused).details).toMatchObject({ status: 503, code: 'DOWNSTREAM_UNAVAILABLE' });
  });
});

describe('an issuer that goes down later', () => {
  it('leaves its keys in use', async () => {
    const { issuer, clock, log } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    issuer.goDown();
    clock.advance(5 * 60_000);
    await until(() => log.length === 2, 'the failed refresh');

    await expect(verifier.verify(issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
    expect(verifier.ready()).toBe(true);
    expect(log[1]?.level).toBe('warn');
  });

  it('has its keys given up after 24 h', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start({ keys: { refreshMs: 48 * hourMs } });
    await until(() => verifier.ready(), 'keys');
    const token = issuer.token({ exp: clock.wallTime() / 1000 + 1_000_000 });
    clock.advance(24 * hourMs);
    await expect(verifier.verify(token)).resolves.toBeDefined();

    clock.advance(1);

    expect(verifier.ready()).toBe(false);
    expect((await problemOf(verifier.verify(token))).details.status).toBe(503);
  });

  it('makes a token with an unknown key undecided: the key may be a new one', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    issuer.rotate();
    issuer.goDown();
    expect((await problemOf(verifier.verify(issuer.token()))).details.status).toBe(503);

    issuer.comeBack();
    clock.advance(250);
    await until(() => issuer.jwksRequests === 3 && clock.pendingTimers === 1, 'the retry');
    await expect(verifier.verify(issuer.token())).resolves.toBeDefined();
  });
});

describe('an issuer that comes back', () => {
  it('is asked in the usual rhythm again, and its next outage is logged at once', async () => {
    const { issuer, clock, log } = harness;
    issuer.goDown();
    const verifier = harness.start();
    await until(() => log.length === 1 && clock.pendingTimers === 1, 'the failure');
    issuer.comeBack();
    clock.advance(250);
    await until(() => verifier.ready() && clock.pendingTimers === 1, 'keys');
    issuer.goDown();
    await clock.advanceBy(5 * 60_000 - 1);
    expect(issuer.jwksRequests).toBe(2);
    await clock.advanceBy(1);
    await until(() => log.length === 3, 'the second failure');
    expect(log.map(({ level }) => level)).toEqual(['info', 'info', 'warn']);
  });
});

describe('a verifier that is closed', () => {
  it('leaves no timer behind, also when a fetch was under way', async () => {
    const { issuer, clock } = harness;
    issuer.answerWith(() => {});
    const verifier = harness.start();
    await until(() => issuer.jwksRequests === 1, 'the fetch');
    verifier.close();
    await until(() => clock.pendingTimers === 0, 'the timers to go');
    await clock.advanceBy(60_000);
    expect(issuer.jwksRequests).toBe(1);
  });
});
