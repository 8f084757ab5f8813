import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

it('does not start with settings that are wrong, and names the file, the line and the reason', () => {
  const dir = mkdtempSync(join(tmpdir(), 'graphql-bff-'));
  const services = 'services: { order: {}, user: {}, payment: {}, inventory: {} }';
  const text = `page: { deadlineMs: 1420 }\ncompression: { minBytes: 1024 }\nlimits: { depth: deep }\n${services}\n`;
  writeFileSync(join(dir, 'graphql-bff.yaml'), text);
  const { status, stderr } = spawnSync(process.execPath, ['apps/graphql-bff/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', CONFIG_DIR: dir },
    encoding: 'utf8',
    timeout: 15_000,
  });
  rmSync(dir, { recursive: true });
  expect(status).toBe(78);
  expect(stderr).toMatch(/graphql-bff\.yaml:3: limits\.depth: .*"deep"/);
});
