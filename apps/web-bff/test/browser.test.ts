import { fixedSettings } from '@bff/live-settings';
import { reply } from '@bff/testing';
import { type WebApp, allRoutes, pathOf, startWebApp, support } from './web-app.ts';

const shop = 'https://shop.example';

describe('to a browser', () => {
  let app: WebApp;
  beforeAll(async () => {
    app = await startWebApp({ env: { CORS_ORIGINS: `${shop}, https://admin.example` } });
  });
  afterAll(() => app.close());

  it.each(allRoutes)('the page %s may be read by the shop, and its preflight is answered', async (_, route) => {
    const path = pathOf(route);
    const { status, headers } = await app.get(path, { ...support(app), origin: shop });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': shop,
      vary: 'Origin, Accept-Encoding, Authorization, Prefer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
    const preflight = await fetch(app.server.url + path, {
      method: 'OPTIONS',
      headers: {
        origin: shop,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(shop);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Authorization/);
  });

  it('a refusal may be read by the shop, too', async () => {
    const { status, headers } = await app.get('/v1/dashboard', { authorization: '', origin: shop });
    expect({ status, origin: headers['access-control-allow-origin'] }).toEqual({ status: 401, origin: shop });
  });

  it('so may one of a server that has too much to do, with when to come back', async () => {
    const busy = await startWebApp({
      env: { CORS_ORIGINS: shop },
      hold: (values) => fixedSettings({ ...values, shedding: { ...values.shedding, maxInFlight: 1 } }),
    });
    busy.payment.on('GET', '/payments', reply.hang());
    const first = busy.get('/v1/orders/ord_1').then((response) => response);
    await busy.payment.whenRequested('/payments');
    const { status, headers, body } = await busy.get('/v1/orders/ord_1', { origin: shop });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'OVERLOADED' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': shop,
      vary: 'Origin',
      'retry-after': expect.stringMatching(/^[1-5]$/),
    });
    expect(headers['access-control-expose-headers']?.split(',')).toContain('Retry-After');
    const other = await busy.get('/v1/orders/ord_1', { origin: 'https://evil.example' });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
    await busy.close();
    await first.catch(() => {});
  });

  it('nothing may be read by anybody else', async () => {
    const { headers } = await app.get('/v1/dashboard', { origin: 'https://evil.example' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('large pages are compressed, and small answers are not', async () => {
    const large = await app.get('/v1/orders/ord_1', { 'accept-encoding': 'br, gzip' });
    expect(large.headers).toMatchObject({ 'content-encoding': 'br', etag: expect.any(String) });
    expect(large.body.meta.complete).toBe(true);
    const small = await app.get('/v1/nowhere', { 'accept-encoding': 'br, gzip' });
    expect(small.headers).not.toHaveProperty('content-encoding');
  });
});

it('no origin is known unless it is configured', async () => {
  const app = await startWebApp();
  try {
    const { headers } = await app.get('/v1/profile', { origin: shop });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  } finally {
    await app.close();
  }
});
