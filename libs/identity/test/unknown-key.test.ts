import { createSigningKey, signedJwt } from '@bff/testing';
import { type Harness, createHarness, problemOf, until } from './verifier-harness.ts';

let harness: Harness;

beforeEach(async () => {
  harness = await createHarness();
});

afterEach(() => harness.close());

describe('a key that is not known', () => {
  it('is fetched at once, and the old one no longer accepted', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    const old = issuer.token();
    await verifier.verify(old);
    issuer.rotate();

    await expect(verifier.verify(issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });

    expect((await problemOf(verifier.verify(old))).details.status).toBe(503);
    clock.advance(1000);
    expect((await problemOf(verifier.verify(old))).details.status).toBe(401);
  });

  it('leaves tokens of the old key valid while the issuer still publishes it', async () => {
    const { issuer } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    const old = issuer.token();
    issuer.rotate({ keepOld: true });
    await expect(verifier.verify(issuer.token())).resolves.toBeDefined();
    await expect(verifier.verify(old)).resolves.toBeDefined();
  });

  const madeUp = (): string => signedJwt(createSigningKey(), harness.issuer.payload());

  it('causes one fetch for a crowd of random names, and none more before the cooldown has passed', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    /** How many of 30 were refused; the others are undecided. */
    const storm = async (): Promise<number> => {
      const problems = await Promise.all(Array.from({ length: 30 }, () => problemOf(verifier.verify(madeUp()))));
      const statuses = problems.map(({ details }) => details.status);
      expect(statuses.filter((status) => status !== 401 && status !== 503)).toEqual([]);
      return statuses.filter((status) => status === 401).length;
    };

    expect(await storm()).toBe(1);
    expect(issuer.jwksRequests).toBe(2);
    expect(await storm()).toBe(0);
    clock.advance(999);
    expect(await storm()).toBe(0);
    expect(issuer.jwksRequests).toBe(2);
    clock.advance(1);
    expect(await storm()).toBe(1);
    expect(issuer.jwksRequests).toBe(3);
  });

  it('is no reason to refuse a token of a new key: it is undecided until the issuer may be asked again', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    const known = issuer.token();
    expect((await problemOf(verifier.verify(madeUp()))).details.status).toBe(401);
    issuer.rotate({ keepOld: true });
    clock.advance(100);

    const { details, headers } = await problemOf(verifier.verify(issuer.token()));

    expect(details).toMatchObject({ status: 503, code: 'DOWNSTREAM_UNAVAILABLE', retryAfterMs: 1000 });
    expect(headers).toEqual({ 'Retry-After': '1' });
    await expect(verifier.verify(known)).resolves.toMatchObject({ userId: 'usr_0001' });
    clock.advance(900);
    await expect(verifier.verify(issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
  });

  it('is told how long to wait when the cooldown was set longer', async () => {
    const { clock } = harness;
    const verifier = harness.start({ keys: { cooldownMs: 10_000 } });
    await until(() => verifier.ready(), 'keys');
    await problemOf(verifier.verify(madeUp()));
    clock.advance(2_500);
    const { details, headers } = await problemOf(verifier.verify(madeUp()));
    expect(details.retryAfterMs).toBe(7_500);
    expect(headers).toEqual({ 'Retry-After': '8' });
  });

  it('is undecided when the only answer is to a question from before the token came', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    const answers: (() => void)[] = [];
    const keySet = await (await fetch(issuer.jwksUrl)).text();
    issuer.answerWith((_request, response) => void answers.push(() => response.end(keySet)));
    clock.advance(5 * 60_000);
    await until(() => answers.length === 1, 'the refresh');
    const verified = problemOf(verifier.verify(madeUp()));
    answers[0]?.();
    expect((await verified).details.status).toBe(503);
  });

  it('is looked for in a refresh that is under way already', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    issuer.answerWith(() => {});
    clock.advance(5 * 60_000);
    await until(() => issuer.jwksRequests === 2, 'the refresh');
    const undecided = problemOf(verifier.verify(madeUp()));
    await clock.advanceBy(300);
    expect((await undecided).details.status).toBe(503);
    expect(issuer.jwksRequests).toBe(2);
  });

  it('causes no storm of fetches either while the issuer is down', async () => {
    const { issuer, clock } = harness;
    const verifier = harness.start();
    await until(() => verifier.ready(), 'keys');
    issuer.goDown();
    for (let count = 0; count < 20; count += 1) {
      await problemOf(verifier.verify(madeUp()));
    }
    expect(issuer.jwksRequests).toBe(2);
    expect(clock.pendingTimers).toBe(1);
    await expect(verifier.verify(issuer.token())).resolves.toBeDefined();
  });
});
