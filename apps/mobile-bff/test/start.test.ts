import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Runs the real main.ts, which is expected to end by itself. */
function start(env: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync(process.execPath, ['apps/mobile-bff/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', ...env },
    encoding: 'utf8',
    timeout: 15_000,
  });
  return { status, lines: stderr.trim().split('\n') };
}

function configDirWith(yaml: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'mobile-bff-'));
  writeFileSync(join(dir, 'mobile-bff.yaml'), yaml);
  return dir;
}

describe('a bad configuration stops the start with a line that says what is wrong', () => {
  it('in a variable', () => {
    const { status, lines } = start({ PORT: 'abc', ORDER_SERVICE_URL: 'ftp://x' });
    expect(status).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/^mobile-bff: PORT="abc": must be an integer from 0 to 65535/),
      expect.stringMatching(/^mobile-bff: ORDER_SERVICE_URL="ftp:\/\/x": must be an http or https URL/),
    ]);
  });

  it('in the settings file, with the line', () => {
    const services = 'services: { order: {}, user: {}, payment: { attemptms: 5 }, inventory: {} }';
    const dir = configDirWith(`page:\n  deadlineMs: soon\n${services}\n`);
    const { status, lines } = start({ CONFIG_DIR: dir });
    expect(status).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/mobile-bff\.yaml:2: page\.deadlineMs: .*"soon"/),
      expect.stringMatching(/mobile-bff\.yaml:3: services\.payment\.attemptms: /),
    ]);
  });

  it('in an override of the settings, with the name of the variable', () => {
    const variable = 'SETTINGS__services__payment__attemptms';
    const { status, lines } = start({ [variable]: '300', SETTINGS__page__deadlineMs: 'soon' });
    expect(status).toBe(78);
    expect(lines).toEqual([
      expect.stringMatching(/^mobile-bff: SETTINGS__page__deadlineMs: page\.deadlineMs: must be .*, was "soon"$/),
      expect.stringMatching(
        `^mobile-bff: ${variable}: services\\.payment\\.attemptms: is not known; known are attemptMs,`,
      ),
    ]);
  });

  it('when the settings file is not there', () => {
    const { status, lines } = start({ CONFIG_DIR: '/nowhere' });
    expect({ status, lines }).toEqual({
      status: 78,
      lines: [expect.stringMatching(/nowhere\/mobile-bff\.yaml: cannot be read/)],
    });
  });
});
