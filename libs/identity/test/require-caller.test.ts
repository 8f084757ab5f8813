import { type IncomingMessage, request } from 'node:http';
import { HttpProblem } from '@bff/errors';
import { type Listening, listen } from '@bff/testing';
import { type Caller, type TokenVerifier, requireCaller, requireRole } from '../src/index.ts';
import { type Harness, createHarness, problemOf, until } from './verifier-harness.ts';

let harness: Harness;
let verifier: TokenVerifier;
let server: Listening;
let outcome: Caller | HttpProblem | undefined;

beforeAll(async () => {
  harness = await createHarness();
  verifier = harness.start();
  await until(() => verifier.ready(), 'keys');
  server = await listen(async (incoming, response) => {
    try {
      outcome = await requireCaller(verifier, incoming.headersDistinct);
    } catch (error) {
      outcome = error instanceof HttpProblem ? error : undefined;
    }
    response.end();
  });
});

afterAll(async () => {
  await server.close();
  await harness.close();
});

/** What became of a request with these Authorization lines, sent as they are. */
async function send(...authorization: string[]): Promise<Caller | HttpProblem | undefined> {
  const headers = ['Host', 'localhost', ...authorization.flatMap((value) => ['Authorization', value])];
  await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(server.url, { headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response));
    });
    sent.on('error', reject);
    sent.end();
  });
  return outcome;
}

const malformed = 'Bearer realm="bff", error="invalid_token", error_description="The token is malformed"';

describe('requireCaller', () => {
  it.each(['Bearer', 'bearer', 'BEARER', 'Bearer '])('takes the scheme as %s', async (scheme) => {
    await expect(send(`${scheme} ${harness.issuer.token()}`)).resolves.toMatchObject({ userId: 'usr_0001' });
  });

  it.each([
    ['no header', []],
    ['another scheme', ['Basic dXNlcjpwYXNz']],
    ['a scheme that begins like ours', ['BearerX abc']],
    ['an empty header', ['']],
  ])('challenges %s without naming an error', async (_what, authorization) => {
    await expect(send(...authorization)).resolves.toMatchObject({
      details: { status: 401, code: 'UNAUTHENTICATED' },
      headers: { 'WWW-Authenticate': 'Bearer realm="bff"' },
    });
  });

  it.each([
    ['a scheme without a token', ['Bearer']],
    ['two words', ['Bearer abc def']],
    ['a list', ['Bearer abc, Bearer def']],
    ['a quoted token', ['Bearer "abc"']],
    ['a tab instead of a space', ['Bearer \tabc']],
    ['nonsense', ['Bearer abc']],
  ])('refuses %s', async (_what, authorization) => {
    await expect(send(...authorization)).resolves.toMatchObject({
      details: { status: 401 },
      headers: { 'WWW-Authenticate': malformed },
    });
  });

  it('refuses two Authorization lines, even when the first is good', async () => {
    const good = `Bearer ${harness.issuer.token()}`;
    await expect(send(good, 'Bearer abc')).resolves.toMatchObject({ headers: { 'WWW-Authenticate': malformed } });
    await expect(send(good, good)).resolves.toMatchObject({ headers: { 'WWW-Authenticate': malformed } });
  });

  it('says what is wrong with a token that is well formed', async () => {
    await expect(send(`Bearer ${harness.issuer.token({ exp: 1 })}`)).resolves.toMatchObject({
      details: { detail: 'The token has expired' },
      headers: {
        'WWW-Authenticate': 'Bearer realm="bff", error="invalid_token", error_description="The token has expired"',
      },
    });
  });
});

describe('requireRole', () => {
  const caller: Caller = { userId: 'usr_0001', roles: new Set(['customer']), scopes: new Set(['orders:read']) };
  const attempt = async (check: () => void): Promise<void> => check();

  it('lets a caller pass who has the role', () => {
    expect(() => requireRole(caller, 'customer')).not.toThrow();
  });

  it('answers 403 for a missing one', async () => {
    const problem = await problemOf(attempt(() => requireRole(caller, 'support')));
    expect(problem.details).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });
});
