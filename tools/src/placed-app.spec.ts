import { BadEnvironment, placeApps } from './placed-app.ts';

const find = (env: Record<string, string>, name: string) => placeApps(env).find((app) => app.name === name);

describe('where an app is', () => {
  it('by default', () => {
    expect(find({}, 'mobile-bff')).toMatchObject({ url: 'http://127.0.0.1:3001', adminUrl: 'http://127.0.0.1:9001' });
    expect(find({}, 'inventory-service')).toMatchObject({ url: 'http://127.0.0.1:4004', adminPort: 9104 });
  });

  it('by its own ports', () => {
    const env = { ORDER_SERVICE_PORT: '5001', ORDER_SERVICE_ADMIN_PORT: '5101' };
    expect(find(env, 'order-service')).toMatchObject({
      port: 5001,
      url: 'http://127.0.0.1:5001',
      external: false,
      adminUrl: 'http://127.0.0.1:5101',
    });
  });

  it('elsewhere, when the URL of a service is given', () => {
    const env = { USER_SERVICE_URL: 'https://users.example/api/' };
    expect(find(env, 'user-service')).toMatchObject({ url: 'https://users.example/api', external: true });
  });

  it.each([
    ['ORDER_SERVICE_PORT', '0'],
    ['ORDER_SERVICE_PORT', '80.5'],
    ['MOBILE_BFF_ADMIN_PORT', 'x'],
    ['PAYMENT_SERVICE_URL', 'payments:80'],
    ['PAYMENT_SERVICE_URL', 'ftp://payments'],
  ])('nowhere, when %s is %s', (variable, given) => {
    expect(() => placeApps({ [variable]: given })).toThrow(BadEnvironment);
    expect(() => placeApps({ [variable]: given })).toThrow(`${variable} is "${given}"; allowed is`);
  });
});
