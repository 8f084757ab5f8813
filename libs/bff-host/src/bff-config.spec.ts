import { ConfigError, loadConfig } from '@bff/service-shell';
import { bffConfigSchema } from './bff-config.ts';
import { settingsSchema } from './settings.ts';

const schema = bffConfigSchema({ port: 3001, adminPort: 9001 });
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(schema, env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
};

describe('the environment', () => {
  it('may be empty: a development machine needs none of it', () => {
    expect(loadConfig(schema, {})).toMatchObject({
      port: 3001,
      adminPort: 9001,
      host: '127.0.0.1',
      orderUrl: 'http://127.0.0.1:4001',
      redis: undefined,
      cacheMemoryMb: 16,
      environment: 'development',
      // The keep-alive connections of a balancer have time to hear of a stop.
      shutdownDelayMs: 250,
    });
  });

  it('may name an issuer with a slash at its end, and a key set with a query: both are taken as they are', () => {
    const authIssuer = 'https://tenant.eu.auth0.com/';
    const authJwksUrl = 'https://login.test/keys?tenant=a';
    const env = { AUTH_ISSUER: authIssuer, AUTH_JWKS_URL: authJwksUrl };
    expect(loadConfig(schema, env)).toMatchObject({ authIssuer, authJwksUrl });
  });

  it('is refused with a line for each variable', () => {
    const problems = problemsOf({ PORT: '70000', NODE_ENV: 'prod', AUTH_ISSUER: 'nowhere' });
    expect(problems.map((problem) => problem.split('=')[0])).toEqual(['PORT', 'AUTH_ISSUER', 'NODE_ENV']);
  });
});

it('needs of a settings file only the deadline: every threshold has a default', () => {
  const services = { order: {}, user: {}, payment: {}, inventory: {} };
  const settings = settingsSchema.parse({ page: { deadlineMs: 740 }, services });
  expect(settings.services.order.breaker.openMs).toBeGreaterThan(0);
  expect(() => settingsSchema.parse({ page: { deadlineMs: 740 }, services: { ...services, stock: {} } })).toThrow(
    'stock',
  );
});
