import { connect } from 'node:net';
import supertest from 'supertest';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
beforeAll(async () => {
  app = await startMobileApp();
});
afterAll(() => app.close());
afterEach(() => {
  // Whatever was refused, no service was troubled with it.
  expect([app.order, app.user, app.payment, app.inventory].map(({ requests }) => requests.length)).toEqual([
    0, 0, 0, 0,
  ]);
});

describe('the token', () => {
  it.each([
    ['is missing', () => ({}), /^Bearer realm="bff"$/],
    ['is of another scheme', () => ({ authorization: 'Basic dXNyOnB3' }), /^Bearer realm="bff"$/],
    ['has expired', () => bearer(app.issuer.token({ exp: 1 })), /error="invalid_token"/],
    ['is signed by somebody else', () => bearer(app.issuer.forgedToken()), /error="invalid_token"/],
    ['has alg none', () => bearer(app.issuer.unsignedToken()), /error="invalid_token"/],
    ['is key-confused', () => bearer(app.issuer.keyConfusedToken()), /error="invalid_token"/],
    ['is for another audience', () => bearer(app.issuer.token({ aud: 'bank' })), /error="invalid_token"/],
    [
      'is from another issuer',
      () => bearer(app.issuer.token({ iss: 'https://evil.example' })),
      /error="invalid_token"/,
    ],
    ['is no token at all', () => bearer('x'), /error="invalid_token"/],
  ])('is refused when it %s', async (_, headers, challenge) => {
    const response = await supertest(app.server.url).get('/v1/home').set(headers());
    expect(response.status).toBe(401);
    expect(response.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': expect.stringMatching(challenge),
      'cache-control': 'no-store',
    });
    expect(response.body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', requestId: expect.any(String) });
  });

  it('is asked for before anything is said about the rest of the request', async () => {
    const { status } = await supertest(app.server.url).get('/v1/orders/nonsense?what=ever');
    expect(status).toBe(401);
  });
});

describe('parameters', () => {
  it.each([
    ['/v1/orders/nonsense', [{ in: 'path', field: 'orderId' }]],
    ['/v1/orders/ord_%2e%2e%2fadmin', [{ in: 'path', field: 'orderId' }]],
    ['/v1/orders?limit=0', [{ in: 'query', field: 'limit' }]],
    ['/v1/orders?limit=51', [{ in: 'query', field: 'limit' }]],
    ['/v1/orders?limit=1e1', [{ in: 'query', field: 'limit' }]],
    ['/v1/orders?cursor=', [{ in: 'query', field: 'cursor' }]],
    ['/v1/orders?limit=5&limit=6', [{ in: 'query', field: 'limit' }]],
    [
      '/v1/orders?limit=x&page=2',
      [
        { in: 'query', field: 'page' },
        { in: 'query', field: 'limit' },
      ],
    ],
    ['/v1/orders/ord_1?expand=all', [{ in: 'query', field: 'expand' }]],
    ['/v1/home?user=usr_2', [{ in: 'query', field: 'user' }]],
    ['/v1/orders/%E0%A4%A', [{ in: 'path', field: '(path)' }]],
  ])('are refused with every field named: %s', async (path, fields) => {
    const { status, body } = await app.get(path);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'BAD_REQUEST', type: 'urn:bff:problem:bad-request' });
    const named = body.errors.map(({ in: where, field }: { in: string; field: string }) => ({ in: where, field }));
    expect(named).toEqual(expect.arrayContaining(fields));
    expect(named).toHaveLength(fields.length);
    for (const { reason } of body.errors) expect(reason.length).toBeGreaterThan(5);
  });
});

describe('the request as such', () => {
  it.each([
    ['an unknown route', () => app.get('/v2/orders'), 404],
    ['a method that the route does not take', () => supertest(app.server.url).post('/v1/orders'), 405],
    ['a URL of 3,000 characters', () => app.get(`/v1/orders?cursor=${'x'.repeat(3000)}`), 414],
    ['a header of 20 KB', () => app.get('/v1/home', { 'x-large': 'x'.repeat(20_000) }), 431],
    ['a body that nobody asked for', () => app.get('/v1/home').send('x'.repeat(200_000)), 413],
  ])('%s is refused as a problem', async (_, request, status) => {
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(response.text)).toMatchObject({ status, code: expect.any(String) });
  });

  it('is refused when it is not HTTP', async () => {
    const { port } = new URL(app.server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
