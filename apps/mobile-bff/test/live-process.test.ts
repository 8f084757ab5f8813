import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { shipped } from './live-app.ts';

let folder: string;
let child: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mobile-bff-'));
  writeFileSync(join(folder, 'mobile-bff.yaml'), shipped);
});
afterEach(async () => {
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

/** Starts the real main.ts. */
function startMain(): { lines: Record<string, unknown>[]; line(msg: string): Promise<Record<string, unknown>> } {
  child = spawn(process.execPath, ['apps/mobile-bff/src/main.ts'], {
    cwd: resolve(import.meta.dirname, '../../..'),
    env: { PATH: process.env['PATH'], PORT: '0', ADMIN_PORT: '0', CONFIG_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Record<string, unknown>[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line)));
  return {
    lines,
    /** Waits for a line; the test's own time limit is the limit. */
    async line(msg) {
      for (;;) {
        const found = lines.find((line) => line['msg'] === msg);
        if (found) return found;
        await pause(20);
      }
    },
  };
}

it('the process takes over an edit, refuses a bad one, and stops in order', async () => {
  const main = startMain();
  const { adminUrl } = await main.line('listening');
  const view = async () => (await fetch(`${String(adminUrl)}/settings`)).json();

  const replace = (text: string): void => {
    writeFileSync(join(folder, 'new'), text);
    renameSync(join(folder, 'new'), join(folder, 'mobile-bff.yaml'));
  };
  replace(shipped.replace('deadlineMs: 740', 'deadlineMs: 700'));
  expect(await main.line('settings changed')).toMatchObject({
    changes: [{ path: 'page.deadlineMs', from: 740, to: 700 }],
  });
  expect(await view()).toMatchObject({ refused: null });

  replace(shipped.replace('deadlineMs: 740', 'deadlinems: 700'));
  const refused = await main.line('settings refused; what was in effect before stays so');
  expect(refused['problems']).toEqual(
    expect.arrayContaining([expect.stringMatching(/mobile-bff\.yaml:\d+: page\.deadlinems: is not known/)]),
  );
  expect(await view()).toMatchObject({ refused: { problems: refused['problems'] } });

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
