import { createSigningKey, signedJwt } from '@bff/testing';
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

const nowSeconds = (): number => harness.clock.wallTime() / 1000;

async function refusalOf(token: string): Promise<string | undefined> {
  const { details, headers } = await problemOf(verifier.verify(token));
  expect(details).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect(headers['WWW-Authenticate']).toBe(
    `Bearer realm="bff", error="invalid_token", error_description="${details.detail}"`,
  );
  return details.detail;
}

describe('a good token', () => {
  it('names its caller, with roles and scopes', async () => {
    const token = harness.issuer.token({ sub: 'usr_0042', roles: ['support'], scope: 'orders:read  profile:read' });
    await expect(verifier.verify(token)).resolves.toEqual({
      userId: 'usr_0042',
      roles: new Set(['support']),
      scopes: new Set(['orders:read', 'profile:read']),
    });
  });

  it.each(['ES256', 'EdDSA', 'RS256', 'PS256'] as const)('may be signed with %s', async (alg) => {
    harness.issuer.rotate({ alg });
    await expect(verifier.verify(harness.issuer.token())).resolves.toMatchObject({ userId: 'usr_0001' });
  });

  it.each(['at+jwt', 'application/at+jwt', 'JWT'])('may be of type %s', async (typ) => {
    await expect(verifier.verify(harness.issuer.token({}, { typ }))).resolves.toBeDefined();
  });

  it('may be meant for others too', async () => {
    await expect(verifier.verify(harness.issuer.token({ aud: ['other', 'bff'] }))).resolves.toBeDefined();
  });

  it('grants only roles that are known', async () => {
    const caller = await verifier.verify(harness.issuer.token({ roles: ['admin', 'customer', 7, null] }));
    expect([...caller.roles]).toEqual(['customer']);
  });

  it.each([
    { roles: 'support', scope: ['orders:read'] },
    { roles: { 0: 'support', length: 1 }, scope: 7 },
    { roles: undefined, scope: undefined },
  ])('grants nothing by odd roles and scopes: %j', async (claims) => {
    const caller = await verifier.verify(harness.issuer.token(claims));
    expect([caller.roles.size, caller.scopes.size]).toEqual([0, 0]);
  });

  it('is accepted when the clocks are 5 s apart, and no more', async () => {
    const { issuer } = harness;
    await expect(verifier.verify(issuer.token({ exp: nowSeconds() - 4 }))).resolves.toBeDefined();
    await expect(
      verifier.verify(issuer.token({ iat: nowSeconds() + 5, nbf: nowSeconds() + 5 })),
    ).resolves.toBeDefined();
    expect(await refusalOf(issuer.token({ exp: nowSeconds() - 5 }))).toBe('The token has expired');
    expect(await refusalOf(issuer.token({ nbf: nowSeconds() + 6 }))).toBe('The token is not valid yet');
    expect(await refusalOf(issuer.token({ iat: nowSeconds() + 6 }))).toBe('The token is not valid yet');
  });
});

describe('claims that are refused', () => {
  it.each([
    ['another issuer', { iss: 'https://issuer.example' }, 'The token comes from another issuer'],
    ['no issuer', { iss: undefined }, 'The token comes from another issuer'],
    ['another audience', { aud: 'shop' }, 'The token is meant for another audience'],
    ['an audience that only begins like ours', { aud: 'bff-admin' }, 'The token is meant for another audience'],
    ['no audience', { aud: undefined }, 'The token is meant for another audience'],
    ['no end', { exp: undefined }, 'A claim of the token is missing or not valid'],
    ['an end in words', { exp: '2999-01-01' }, 'A claim of the token is missing or not valid'],
    ['a beginning in words', { nbf: 'now' }, 'A claim of the token is missing or not valid'],
    ['no subject', { sub: undefined }, 'A claim of the token is missing or not valid'],
    ['a subject that is a number', { sub: 1 }, 'A claim of the token is missing or not valid'],
    ['a subject that is no user', { sub: 'client_7' }, 'A claim of the token is missing or not valid'],
    ['a subject that climbs paths', { sub: 'usr_1/../usr_2' }, 'A claim of the token is missing or not valid'],
    ['a subject with a line break', { sub: 'usr_0001\n' }, 'A claim of the token is missing or not valid'],
  ])('%s', async (_what, claims, expected) => {
    expect(await refusalOf(harness.issuer.token(claims))).toBe(expected);
  });

  it('an end that is not finite', async () => {
    const { key, payload } = harness.issuer;
    const endless = payload().replace(/"exp":\d+/, '"exp":1e999');
    expect(await refusalOf(signedJwt(key, endless))).toBe('A claim of the token is missing or not valid');
  });

  it('a payload that is no object', async () => {
    expect(await refusalOf(signedJwt(harness.issuer.key, '["usr_0001"]'))).toBe('The token is malformed');
    expect(await refusalOf(signedJwt(harness.issuer.key, 'usr_0001'))).toBe('The token is malformed');
  });
});

describe('signatures that are refused', () => {
  const notValid = 'The signature of the token is not valid';
  const notAccepted = 'The token is signed with an algorithm that is not accepted';

  it('none at all', async () => {
    expect(await refusalOf(harness.issuer.unsignedToken())).toBe(notAccepted);
    expect(await refusalOf(harness.issuer.token({}, { alg: 'None' }))).toBe(notAccepted);
  });

  it('HS256 with the public key as the secret', async () => {
    expect(await refusalOf(harness.issuer.keyConfusedToken())).toBe(notAccepted);
  });

  it('one by a foreign key that uses our key name', async () => {
    expect(await refusalOf(harness.issuer.forgedToken())).toBe(notValid);
  });

  it('one by a foreign key under its own name', async () => {
    const foreign = createSigningKey();
    expect(await refusalOf(signedJwt(foreign, harness.issuer.payload()))).toBe(notValid);
  });

  it('one by a key that the token brings along', async () => {
    const foreign = createSigningKey();
    const header = { jwk: foreign.publicJwk, jku: 'http://127.0.0.1:1/jwks.json', kid: harness.issuer.key.kid };
    expect(await refusalOf(signedJwt(foreign, harness.issuer.payload(), header))).toBe(notValid);
  });

  it('one that belongs to another payload', async () => {
    const [header, , signature] = harness.issuer.token().split('.');
    const [, payload] = harness.issuer.token({ sub: 'usr_0002' }).split('.');
    expect(await refusalOf(`${header}.${payload}.${signature}`)).toBe(notValid);
  });

  it('one that is cut off', async () => {
    expect(await refusalOf(harness.issuer.token().slice(0, -10))).toBe(notValid);
    expect(await refusalOf(harness.issuer.token().replace(/[^.]+$/, ''))).toBe(notValid);
  });

  it('an algorithm that the named key is not for', async () => {
    expect(await refusalOf(harness.issuer.token({}, { alg: 'RS256' }))).toBe(notValid);
  });
});

describe('forms that are refused', () => {
  it.each([
    ['nothing', ''],
    ['one part', 'abc'],
    ['two parts', 'abc.def'],
    ['four parts', 'a.b.c.d'],
    ['an encrypted one', 'a.b.c.d.e'],
    ['empty parts', '..'],
    ['parts that are not base64url', '%%%.###.!!!'],
    ['a header that is no JSON', 'bm90IGpzb24.e30.c2ln'],
    ['a header that is null', 'bnVsbA.e30.c2ln'],
    ['a header that is a list', 'W10.e30.c2ln'],
  ])('%s', async (_what, token) => {
    await expect(refusalOf(token)).resolves.toMatch(/malformed|algorithm/);
  });

  it.each([
    ['an extension that must be understood', { crit: ['b64'], b64: true }],
    ['an unknown extension', { crit: ['exp2'], exp2: 1 }],
    ['an empty list of extensions', { crit: [] }],
    ['no type', { typ: undefined }],
    ['a logout token', { typ: 'logout+jwt' }],
    ['a type that is a number', { typ: 7 }],
    ['no key name', { kid: undefined }],
    ['a key name that is an object', { kid: {} }],
    ['an endless key name', { kid: 'k'.repeat(257) }],
  ])('a header with %s', async (_what, header) => {
    expect(await refusalOf(harness.issuer.token({}, header))).toBe('The token is malformed');
  });

  it('more than 8 KiB, before anything is decoded', async () => {
    const { issuer } = harness;
    const padding = (length: number): object => ({ padding: 'x'.repeat(length) });
    await expect(verifier.verify(issuer.token({ ...padding(5_000) }))).resolves.toBeDefined();
    expect(await refusalOf(issuer.token({ ...padding(7_000) }))).toBe('The token is malformed');
  });

  it('says nothing of what was in the token', async () => {
    const { details, headers } = await problemOf(verifier.verify(harness.issuer.token({ aud: 'secret-audience' })));
    expect(JSON.stringify([details, headers])).not.toMatch(/secret-audience|usr_0001|eyJ/);
  });
});
