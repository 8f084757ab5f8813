import {
  ConfigError,
  configTable,
  configTableMarkdown,
  durationMs,
  flag,
  host,
  integer,
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
  playground: flag({ env: 'PLAYGROUND', default: false, doc: 'the playground' }),
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
    playground: false,
    key: 'k',
  });
  // The types are inferred from the fields.
  const typed: { port: number; orders: string; redis: string | undefined; playground: boolean } = config;
  expect(typed).toBe(config);
});

it('reads what is set', () => {
  const env = { PORT: ' 0 ', HOST: '0.0.0.0', ORDER_SERVICE_URL: 'https://orders.test/base/', SEED: '-5' };
  expect(loadConfig(schema, { ...env, PLAYGROUND: 'true', LOG_LEVEL: 'debug', PAUSE_MS: '5000' })).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    orders: 'https://orders.test/base',
    seed: -5,
    playground: true,
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
  ['ORDER_SERVICE_URL', 'http://user:pw@host', 'must be an http or https URL without credentials, query or fragment'],
  ['LOG_LEVEL', 'loud', 'must be one of "trace", "debug", "info", "warn", "error", "fatal", "silent"'],
  ['PLAYGROUND', 'yes', 'must be one of "true", "false"'],
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

it('makes a table for the documentation', () => {
  expect(configTable(schema)).toMatchObject([
    { env: 'PORT', default: '3001', allowed: 'an integer from 0 to 65535', doc: 'the public port' },
    { env: 'HOST', default: '127.0.0.1', allowed: 'a host name or an IP address', doc: 'the address to listen on' },
    { env: 'ORDER_SERVICE_URL', default: undefined, allowed: expect.stringContaining('an http or https URL') },
    { env: 'CACHE_URL', default: 'unset', allowed: expect.stringContaining('URL'), doc: 'the shared cache' },
    { env: 'LOG_LEVEL', default: 'info', allowed: expect.stringContaining('one of "trace", ') },
    { env: 'PAUSE_MS', default: '0', allowed: 'an integer from 0 to 5000' },
    { env: 'SEED', default: '1', allowed: 'an integer from -5 to 5' },
    { env: 'PLAYGROUND', default: 'false', allowed: 'one of "true", "false"' },
    { env: 'KEY', default: '(hidden)', allowed: 'any text' },
  ]);
  expect(configTableMarkdown(schema)).toContain('| `PORT` | `3001` | an integer from 0 to 65535 | the public port |\n');
});
