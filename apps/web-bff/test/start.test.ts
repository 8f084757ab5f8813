import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Runs the real main.ts, which is expected to end by itself. */
function start(env: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync(process.execPath, ['apps/web-bff/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 15_000,
  });
  return { status, lines: stderr.trim().split('\n') };
}

describe('a bad configuration stops the start with a line that says what is wrong', () => {
  it('in a variable', () => {
    const { status, lines } = start({ CORS_ORIGINS: '*', PORT: 'abc' });
    expect(status).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/^web-bff: PORT="abc": must be an integer from 0 to 65535/),
      expect.stringMatching(/^web-bff: CORS_ORIGINS="\*": must be origins like https:\/\/shop\.example/),
    ]);
  });

  it('in the settings file, with the line', () => {
    const dir = mkdtempSync(join(tmpdir(), 'web-bff-'));
    const services = 'services: { order: {}, user: {}, payment: {}, inventory: {} }';
    writeFileSync(
      join(dir, 'web-bff.yaml'),
      `page: { deadlineMs: 1420 }\ncompression: { minBytes: few }\n${services}\n`,
    );
    const { status, lines } = start({ CONFIG_DIR: dir });
    rmSync(dir, { recursive: true });
    expect(status).toBe(78);
    expect(lines).toEqual([expect.stringMatching(/web-bff\.yaml:2: compression\.minBytes: .*"few"/)]);
  });
});
