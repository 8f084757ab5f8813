import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { open } from './settings-file.ts';

it('does not keep a process from ending', () => {
  const opened = open();
  const fixture = resolve(import.meta.dirname, 'fixtures/opens-and-ends.ts');
  const { status, stdout } = spawnSync(process.execPath, [fixture, opened.path], { encoding: 'utf8', timeout: 10_000 });
  opened.close();
  expect({ status, stdout }).toEqual({ status: 0, stdout: '740\n' });
});
