// npm test: everything that Nx has to check, then one line that counts the tests.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { RESULTS_DIR, addUpCounts, countsLine } from './test-counts.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const TARGETS = 'lint,typecheck,test,build';

// What a run before this one left would be counted for a project whose tests do not even start now.
rmSync(path.join(root, RESULTS_DIR), { recursive: true, force: true });

const nx = path.join(root, 'node_modules/.bin/nx');
const child = spawn(process.execPath, [nx, 'run-many', '-t', TARGETS, '--parallel=2', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NX_TUI: 'false' },
});
// Ctrl-C reaches Nx too; this process ends when Nx has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));

child.on('exit', (code, signal) => {
  const { total, missing } = addUpCounts(root);
  for (const name of missing) console.error(`The tests of ${name} have left no result.`);
  if (signal) console.error(`Nx was ended by ${signal}.`);
  else if (code !== 0) console.error('Something failed. Nx has said above what it was.');
  console.log(countsLine(total));
  process.exitCode = code === 0 && total.failed === 0 && missing.length === 0 ? 0 : 1;
});
