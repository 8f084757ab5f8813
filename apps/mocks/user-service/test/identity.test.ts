import { jsonWebKeySetSchema, problemSchema, tokenResponseSchema } from '@bff/contracts';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const askForToken = (request: unknown) =>
  service.get('/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });

describe('the identity issuer of the user service', () => {
  it('issues a token that its published key verifies', async () => {
    const { status, body } = await askForToken({ userId: 'usr_0001' });
    expect(status).toBe(200);
    const token = tokenResponseSchema.parse(body);
    const { body: published } = await service.get('/.well-known/jwks.json');
    expect(jsonWebKeySetSchema.parse(published)).toEqual(published);
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', service.url));
    const verified = await jwtVerify(token.access_token, keys, {
      issuer: 'http://127.0.0.1:4002',
      audience: 'bff',
    });
    expect(verified.payload.sub).toBe('usr_0001');
  });

  it('knows the users of the service and no others', async () => {
    const { status, body } = await askForToken({ userId: 'usr_9999' });
    expect(status).toBe(404);
    expect(problemSchema.parse(body).code).toBe('NOT_FOUND');
  });

  it('goes on while all of the service is at fault, unless it is named', async () => {
    const { faults } = service.parts;
    await faults.set({ kind: 'error', route: 'all', probability: 1 });
    expect((await service.get('/users/usr_0001')).status).toBe(503);
    expect((await service.get('/.well-known/jwks.json')).status).toBe(200);
    expect((await askForToken({ userId: 'usr_0001' })).status).toBe(200);
    await faults.set({ kind: 'error', route: 'getSigningKeys', probability: 1 });
    expect((await service.get('/.well-known/jwks.json')).status).toBe(503);
    await faults.clearAll();
  });
});
