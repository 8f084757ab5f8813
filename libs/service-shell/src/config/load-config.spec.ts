import {
  ConfigError,
  documentUrl,
  durationMs,
  host,
  integer,
  issuer,
  loadConfig,
  logLevel,
  optional,
  port,
  text,
  url,
} from '../index.ts';

const schema = {
  port: port({ env: 'PORT', default: 3001, doc: 'the public port' }),
  host: host({ env: 'HOST', default: '127.0.0.1', doc: 'the address to listen on' }),
  orders: url({ env: 'ORDER_SERVICE_URL', doc: 'where orders are asked for' }),
  redis: optional(url({ env: 'CACHE_URL', doc: 'the shared cache' })),
  level: logLevel(),
  pauseMs: durationMs({ env: 'PAUSE_MS', default: 0, max: 5000, doc: 'the pause' }),
  seed: integer({ env: 'SEED', default: 1, min: -5, max: 5, doc: 'the seed' }),
  key: text({ env: 'KEY', default: 'k', doc: 'the key', secret: true }),
};
const orders = { ORDER_SERVICE_URL: 'http://127.0.0.1:4001' };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(schema, { ...orders, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('takes defaults for what is unset or blank', () => {
  const config = loadConfig(schema, { ...orders, PORT: '', HOST: '  ' });
  expect(config).toEqual({
    port: 3001,
    host: '127.0.0.1',
    orders: 'http://127.0.0.1:4001',
    redis: undefined,
    level: 'info',
    pauseMs: 0,
    seed: 1,
    key: 'k',
  });
  // The types are inferred from the fields.
  const typed: { port: number; orders: string; redis: string | undefined } = config;
  expect(typed).toBe(config);
});

it('reads what is set', () => {
  const env = { PORT: ' 0 ', HOST: '0.0.0.0', ORDER_SERVICE_URL: 'https://orders.test/base/', SEED: '-5' };
  expect(loadConfig(schema, { ...env, LOG_LEVEL: 'debug', PAUSE_MS: '5000' })).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    orders: 'https://orders.test/base',
    seed: -5,
    level: 'debug',
    pauseMs: 5000,
  });
});

it.each([
  ['PORT', '65536', 'must be an integer from 0 to 65535'],
  ['PORT', '0x10', 'must be an integer from 0 to 65535'],
  ['PORT', '1e3', 'must be an integer from 0 to 65535'],
  ['PORT', '30.5', 'must be an integer from 0 to 65535'],
  ['HOST', 'a b', 'must be a host name or an IP address'],
  ['ORDER_SERVICE_URL', 'localhost:4001', 'must be an http or https URL without credentials, query or fragment'],
  ['LOG_LEVEL', 'loud', 'must be one of "trace", "debug", "info", "warn", "error", "fatal", "silent"'],
  ['PAUSE_MS', '5001', 'must be an integer from 0 to 5000'],
  ['SEED', '-6', 'must be an integer from -5 to 5'],
])('refuses %s=%s', (name, value, reason) => {
  const [problem] = problemsOf({ [name]: value });
  expect(problem).toMatch(new RegExp(`^${name}="${value}": ${reason} \\(`));
});

it('names every bad variable, and what is missing', () => {
  expect(problemsOf({ ORDER_SERVICE_URL: '', PORT: 'x', SEED: 'y' })).toEqual([
    'PORT="x": must be an integer from 0 to 65535 (the public port)',
    'ORDER_SERVICE_URL is not set: must be an http or https URL without credentials, query or fragment (where orders are asked for)',
    'SEED="y": must be an integer from -5 to 5 (the seed)',
  ]);
});

it('keeps a long value or one of several lines to one short line', () => {
  const [problem] = problemsOf({ PORT: `1\n${'x'.repeat(500)}` });
  expect(problem).not.toContain('\n');
  expect(problem?.length).toBeLessThan(200);
});

it('never prints a secret', () => {
  const secret = { pin: integer({ env: 'PIN', min: 0, max: 9, doc: 'the pin', secret: true }) };
  expect(() => loadConfig(secret, { PIN: 'hunter2' })).toThrow(
    'PIN=(hidden): must be an integer from 0 to 9 (the pin)',
  );
});

describe('a URL with something secret in it', () => {
  it.each([
    ['http://user:hunter2@orders.test', 'http://(hidden)@orders.test'],
    ['http://user:hunt@r2:hunter2@orders.test/', 'http://(hidden)@orders.test/'],
    ['http://user:hun/ter?2#@orders.test:99999', 'http://(hidden)@orders.test:99999'],
    ['user:hunter2@orders.test', '(hidden)@orders.test'],
    ['http://orders.test/?key=hunter2', 'http://orders.test/?(hidden)'],
    [`http://user:${'hunter2'.repeat(50)}@orders.test`, 'http://(hidden)@orders.test'],
  ])('is told of without it: %s', (value, shown) => {
    expect(problemsOf({ ORDER_SERVICE_URL: value })).toEqual([
      `ORDER_SERVICE_URL="${shown}": must be an http or https URL without credentials, query or fragment (where orders are asked for)`,
    ]);
  });
});

describe('a URL that is not the base of others', () => {
  const identity = {
    issuer: issuer({ env: 'ISSUER', doc: 'who signs' }),
    keys: documentUrl({ env: 'KEYS', doc: 'the keys' }),
  };
  const good = { ISSUER: 'https://tenant.eu.auth0.com/', KEYS: 'https://login.test/keys?tenant=a&v=2' };

  it('is kept character by character', () => {
    expect(loadConfig(identity, good)).toEqual({ issuer: good.ISSUER, keys: good.KEYS });
    expect(loadConfig(identity, { ...good, ISSUER: 'http://127.0.0.1:4002' }).issuer).toBe('http://127.0.0.1:4002');
    expect(loadConfig(identity, { ...good, KEYS: 'https://login.test/keys/' }).keys).toBe('https://login.test/keys/');
  });

  it.each([
    { ISSUER: 'tenant.eu.auth0.com' },
    { ISSUER: 'https://tenant.eu.auth0.com/?' },
    { ISSUER: 'https://tenant.eu.auth0.com/#' },
    { KEYS: 'https://login.test/keys#key' },
    { KEYS: 'https://user:pw@login.test/keys' },
    { KEYS: 'file:///keys.json' },
  ])('is checked: %p', (env) => {
    expect(() => loadConfig(identity, { ...good, ...env })).toThrow('must be an http or https URL without credentials');
  });
});
