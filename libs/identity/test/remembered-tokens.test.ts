import { type TokenVerifier } from '../src/index.ts';
import { type Harness, createHarness, problemOf, until } from './verifier-harness.ts';

let harness: Harness;
let verifier: TokenVerifier;

beforeEach(async () => {
  harness = await createHarness();
  verifier = harness.start();
  await until(() => verifier.ready(), 'keys');
});

afterEach(() => harness.close());

describe('a token that comes again', () => {
  it('has its signature checked once a minute', async () => {
    const { issuer, clock } = harness;
    const checks = jest.spyOn(crypto.subtle, 'verify');
    const token = issuer.token();
    const first = await verifier.verify(token);
    await expect(verifier.verify(token)).resolves.toEqual(first);
    clock.advance(59_999);
    await verifier.verify(token);
    expect(checks).toHaveBeenCalledTimes(1);
    clock.advance(1);
    await verifier.verify(token);
    expect(checks).toHaveBeenCalledTimes(2);
  });

  it('is refused from the moment it expires, tolerance included', async () => {
    const { issuer, clock } = harness;
    const token = issuer.token({ exp: clock.wallTime() / 1000 + 10 });
    await verifier.verify(token);
    clock.advance(14_999);
    await expect(verifier.verify(token)).resolves.toBeDefined();
    clock.advance(1);
    expect((await problemOf(verifier.verify(token))).details.detail).toBe('The token has expired');
  });

  it('is not mistaken for another one with the same signature', async () => {
    const [header, , signature] = harness.issuer.token().split('.');
    const [, payload] = harness.issuer.token({ sub: 'usr_0002' }).split('.');
    await verifier.verify(harness.issuer.token());
    expect((await problemOf(verifier.verify(`${header}.${payload}.${signature}`))).details.status).toBe(401);
  });

  it('is refused once a refresh shows that its key was withdrawn', async () => {
    const { issuer, clock } = harness;
    const token = issuer.token();
    clock.advance(5 * 60_000 - 1_000);
    await verifier.verify(token);
    issuer.rotate();
    clock.advance(1_000);
    await until(() => issuer.jwksRequests === 2 && clock.pendingTimers === 1, 'the refresh');
    expect((await problemOf(verifier.verify(token))).details.status).toBe(401);
  });

  it('does not outlive the keys themselves', async () => {
    const { issuer, clock } = harness;
    issuer.goDown();
    clock.advance(24 * 3_600_000);
    const token = issuer.token();
    await verifier.verify(token);
    clock.advance(1);
    expect((await problemOf(verifier.verify(token))).details.status).toBe(503);
  });
});
