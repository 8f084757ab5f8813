import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const logger = resolve(import.meta.dirname, '../src/logger.ts');
/** Has much to say when it is asked to end. */
const script = `
  import { createLogger } from ${JSON.stringify(logger)};
  const log = createLogger({ app: 'test' });
  const lastWords = () => {
    for (let line = 0; line < 500; line += 1) log.info({ filler: 'x'.repeat(500) }, 'ending');
    process.exit(0);
  };
  process.on('SIGTERM', () => { log.info('asked to end'); setImmediate(lastWords); });
  log.info('ready');
  setInterval(() => {}, 1000);
`;

it('lets a process end whose reader has gone', async () => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.kill('SIGTERM');
  const hung = setTimeout(() => child.kill('SIGKILL'), 5000);
  const [code] = await once(child, 'exit');
  clearTimeout(hung);
  expect(code).toBe(0);
});
