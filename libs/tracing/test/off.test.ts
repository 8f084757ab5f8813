import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function runFixture(name: string, env: Record<string, string> = {}): Promise<unknown> {
  const file = resolve(import.meta.dirname, 'fixtures', name);
  const inherited = Object.entries(process.env).filter(([variable]) => !variable.startsWith('OTEL_'));
  const { stdout } = await run(process.execPath, [file], { env: { ...Object.fromEntries(inherited), ...env } });
  return JSON.parse(stdout);
}

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };

it.each([
  [{}],
  [{ OTEL_SERVICE_NAME: 'web' }],
  [{ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }],
  [{ ...endpoint, OTEL_SDK_DISABLED: 'true' }],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }],
])('loads no package of OpenTelemetry while it is off: %j', async (env: Record<string, string>) => {
  expect(await runFixture('loaded-packages.ts', env)).toEqual({ on: false, loaded: [] });
});

it('loads them when it is on', async () => {
  expect(await runFixture('loaded-packages.ts', endpoint)).toEqual({
    on: true,
    loaded: expect.arrayContaining([
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-proto',
      '@opentelemetry/sdk-trace',
    ]),
  });
});

it('does not load them at the start of a bundled app either', async () => {
  expect(await runFixture('bundled-imports.ts')).toEqual({
    '@opentelemetry/api': ['dynamic-import'],
    '@opentelemetry/core': ['dynamic-import'],
    '@opentelemetry/exporter-trace-otlp-proto': ['dynamic-import'],
    '@opentelemetry/resources': ['dynamic-import'],
    '@opentelemetry/sdk-trace': ['dynamic-import'],
  });
});
