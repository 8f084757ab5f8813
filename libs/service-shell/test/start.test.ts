import { listen } from '@bff/testing';
import { runChild, startChild } from './child.ts';

it.each([
  ['/reject', 'unhandled rejection', 'nobody handles this'],
  ['/throw', 'uncaught exception', 'nobody catches this'],
])('logs as fatal and exits with 1: %s', async (path, msg, message) => {
  const app = await startChild();
  await fetch(app.url + path).catch(() => undefined);
  const { code, stdout } = await app.exited;
  expect(code).toBe(1);
  const last: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect(last).toMatchObject({ level: 'fatal', app: 'fixture-app', msg, err: { message } });
});

it('does not start with bad configuration: a line for each variable, exit code 78', async () => {
  const { code, stdout, stderr } = await runChild({ PORT: 'abc', ORDER_SERVICE_URL: 'ftp://x', LOG_LEVEL: 'loud\nly' });
  expect(stdout).toBe('');
  expect(stderr.split('\n')).toEqual([
    'fixture-app: PORT="abc": must be an integer from 0 to 65535 (the public port)',
    'fixture-app: ORDER_SERVICE_URL="ftp://x": must be an http or https URL without credentials, query or fragment (where orders are asked for)',
    'fixture-app: LOG_LEVEL="loud\\nly": must be one of "trace", "debug", "info", "warn", "error", "fatal", "silent" (lines below this level are not logged)',
    '',
  ]);
  expect(code).toBe(78);
});

it('does not start on a port that is taken: one line, exit code 1', async () => {
  const other = await listen(() => {});
  const { code, stderr } = await runChild({ PORT: String(other.port) });
  await other.close();
  expect(stderr).toBe(
    `fixture-app: public port ${other.port} on 127.0.0.1 is already in use by another process (PORT sets another one)\n`,
  );
  expect(code).toBe(1);
});
