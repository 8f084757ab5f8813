import supertest from 'supertest';
import { type PageApp, startPageApp } from './page-app.ts';

const shop = 'https://shop.example';
const admin = 'https://admin.example:8443';

let app: PageApp;
beforeAll(async () => {
  app = await startPageApp({ origins: [shop, admin], etags: true });
});
afterAll(() => app.close());

const caller = { caller: 'usr_1' };
const preflight = (path: string, origin: string) =>
  supertest(app.url)
    .options(path)
    .set({ origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization,prefer' });

const allOf = (header: string | undefined) => new Set(header?.toLowerCase().split(/,\s*/));

describe('an answer to a page of a known origin', () => {
  it.each([shop, admin])('may be read by it: %s', async (origin) => {
    const { status, headers } = await supertest(app.url)
      .get('/texts/t1')
      .set({ ...caller, origin });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: expect.stringMatching(/^Origin, /) });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    expect(allOf(headers['access-control-expose-headers'])).toEqual(
      new Set([
        'bff-complete',
        'bff-sections',
        'etag',
        'preference-applied',
        'retry-after',
        'server-timing',
        'x-request-id',
      ]),
    );
  });

  it.each([
    ['401', '/texts/t1', {}, 401],
    ['400', '/texts/x', caller, 400],
    ['403', '/support/texts/t1', caller, 403],
    ['404', '/nowhere', caller, 404],
  ])('may be read by it as a problem, too: %s', async (_, path, headers, status) => {
    const answer = await supertest(app.url)
      .get(path)
      .set({ ...headers, origin: shop });
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': shop,
      'access-control-expose-headers': expect.stringContaining('X-Request-Id'),
      vary: expect.stringContaining('Origin'),
    });
  });
});

describe('an answer to anybody else', () => {
  it.each([
    'https://evil.example',
    'http://shop.example',
    'https://shop.example.evil.example',
    'null',
    'https://admin.example',
  ])('may not be read by a page of %s', async (origin) => {
    const { status, headers } = await supertest(app.url)
      .get('/texts/t1')
      .set({ ...caller, origin });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['vary']).toContain('Origin');
    expect((await preflight('/texts/t1', origin)).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('that is no browser names no origin', async () => {
    const { headers } = await supertest(app.url).get('/texts/t1').set(caller);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('a preflight', () => {
  it('is answered without a token, and says what may be sent', async () => {
    const loads = app.loads();
    const { status, headers, text } = await preflight('/texts/t1', shop);
    expect({ status, text }).toEqual({ status: 204, text: '' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-max-age': '7200',
      allow: 'GET, HEAD, OPTIONS',
    });
    expect(allOf(headers['access-control-allow-headers'])).toEqual(
      new Set(['authorization', 'if-none-match', 'prefer', 'traceparent', 'tracestate', 'x-client', 'x-request-id']),
    );
    expect(app.loads()).toBe(loads);
  });

  it('is answered on every route', async () => {
    expect((await preflight('/support/texts/t1', shop)).status).toBe(204);
  });

  it('for a path that is not there is 404', async () => {
    expect((await preflight('/nowhere', shop)).status).toBe(404);
  });

  it('leaves other methods refused as before', async () => {
    const { status, headers } = await supertest(app.url)
      .delete('/texts/t1')
      .set({ ...caller, origin: shop });
    expect({ status, allow: headers['allow'] }).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' });
    expect((await supertest(app.url).options('/texts/t1')).headers['allow']).toBe('GET, HEAD, OPTIONS');
  });
});

it('without configured origins no page may read anything, and OPTIONS says what there is', async () => {
  const closed = await startPageApp();
  try {
    const { headers } = await supertest(closed.url)
      .get('/texts/t1')
      .set({ ...caller, origin: shop });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const options = await supertest(closed.url).options('/texts/t1').set({ origin: shop });
    expect(options.status).toBe(204);
    expect(options.headers).toMatchObject({ allow: 'GET, HEAD, OPTIONS' });
    expect(options.headers).not.toHaveProperty('access-control-allow-origin');
  } finally {
    await closed.close();
  }
});
