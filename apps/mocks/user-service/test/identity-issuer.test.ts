import { tokenResponseSchema } from '@bff/contracts';
import { createLogger, createMetrics } from '@bff/observability';
import { createApp } from '@bff/service-shell';
import { VirtualClock } from '@bff/testing';
import { createLocalJWKSet, jwtVerify } from 'jose';
import request from 'supertest';
import { IdentityIssuer, type SigningKey, identityRouter, openSigningKey } from '../src/identity-issuer/index.ts';

const clock = new VirtualClock();
const nowSeconds = clock.wallTime() / 1000;
const issuer = 'http://127.0.0.1:4002';
let key: SigningKey;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  key = await openSigningKey();
  const userExists = (userId: string): boolean => userId === 'usr_0001';
  const identity = new IdentityIssuer({ issuer, audience: 'bff', key, clock, userExists });
  app = createApp({
    name: 'user-service',
    logger: createLogger({ app: 'user-service', level: 'silent' }),
    metrics: createMetrics({ app: 'user-service' }),
    clock,
    routes: (router) => router.use(identityRouter(identity)),
  });
});

/** Asks for a token and verifies it with what the issuer publishes. */
async function issued(body: object) {
  const answer = await request(app).post('/token').send(body);
  expect(answer.status).toBe(200);
  const { access_token: token, expires_in: expiresIn } = tokenResponseSchema.parse(answer.body);
  const keys = createLocalJWKSet((await request(app).get('/.well-known/jwks.json')).body);
  const options = { issuer, audience: 'bff', typ: 'at+jwt', currentDate: new Date(clock.wallTime()) };
  return { answer, expiresIn, ...(await jwtVerify(token, keys, options)) };
}

describe('POST /token', () => {
  it('issues what a client app gets: a customer, who may read, for eight hours', async () => {
    const { protectedHeader, payload, expiresIn, answer } = await issued({ userId: 'usr_0001' });
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: key.kid });
    expect(payload).toEqual({
      iss: issuer,
      aud: 'bff',
      sub: 'usr_0001',
      client_id: 'dev',
      roles: ['customer'],
      scope: 'orders:read profile:read',
      iat: nowSeconds,
      exp: nowSeconds + 28_800,
      jti: expect.any(String),
    });
    expect(expiresIn).toBe(28_800);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('issues what was asked for', async () => {
    const asked = { userId: 'usr_0001', roles: ['support'], scopes: ['orders:write'], expiresInSeconds: 60 };
    const { payload } = await issued(asked);
    expect(payload).toMatchObject({ roles: ['support'], scope: 'orders:write', exp: nowSeconds + 60 });
  });

  it('gives each token an id of its own', async () => {
    const [one, other] = [await issued({ userId: 'usr_0001' }), await issued({ userId: 'usr_0001' })];
    expect(one.payload.jti).not.toBe(other.payload.jti);
  });

  it('knows no stranger', async () => {
    const answer = await request(app).post('/token').send({ userId: 'usr_9999' });
    expect(answer.status).toBe(404);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [{}, ['userId']],
    [{ userId: 'bob' }, ['userId']],
    [{ userId: 'usr_0001', roles: ['admin'] }, ['roles[0]']],
    [{ userId: 'usr_0001', expiresInSeconds: 86_401 }, ['expiresInSeconds']],
    [{ userId: 'usr_0001', expiresInSeconds: 0 }, ['expiresInSeconds']],
    [{ userId: 'usr_0001', scopes: ['a b'] }, ['scopes[0]']],
    [{ userId: 7, role: 'support', roles: 7 }, ['role', 'roles', 'userId']],
  ])('refuses %j and names each field', async (body, fields) => {
    const answer = await request(app).post('/token').send(body);
    expect(answer.status).toBe(400);
    const errors: { in: string; field: string }[] = answer.body.errors;
    expect(errors.map((error) => error.field).toSorted()).toEqual(fields);
    expect(new Set(errors.map((error) => error.in))).toEqual(new Set(['body']));
  });

  it.each(['', '[]', '"usr_0001"', '{"userId":'])('refuses the body %j', async (body) => {
    const answer = await request(app).post('/token').type('json').send(body);
    expect(answer.status).toBe(400);
  });

  it('takes JSON only', async () => {
    const answer = await request(app).post('/token').type('form').send('userId=usr_0001');
    expect(answer.status).toBe(415);
  });
});

describe('what the issuer publishes', () => {
  it('is the public key, and nothing of the private one', async () => {
    const answer = await request(app).get('/.well-known/jwks.json');
    expect(answer.body).toEqual({ keys: [key.publicJwk] });
    expect(answer.text).not.toContain('"d"');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/jwk-set+json',
      'cache-control': 'public, max-age=300',
    });
  });

  it('is where to find the rest', async () => {
    const answer = await request(app).get('/.well-known/openid-configuration');
    expect(answer.body).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/token`,
    });
  });
});
