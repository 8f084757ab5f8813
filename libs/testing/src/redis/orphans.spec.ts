import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithRedis } from './describe-with-redis.ts';
import { redisCommand } from './redis-command.ts';

/** Another test run, which starts a server and says where. */
function startTestRun(): ChildProcess {
  const source = `import { startRedis } from ${JSON.stringify(join(__dirname, 'redis-server.ts'))};
    process.stdout.write(String((await startRedis()).port));`;
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describeWithRedis('a test run that is killed', () => {
  it('leaves no redis-server behind', async () => {
    const run = startTestRun();
    if (!run.stdout) throw new Error('the run has no output');
    let port: number;
    try {
      const [said]: unknown[] = await once(run.stdout, 'data');
      port = Number(String(said));
      expect(await redisCommand(port, ['PING'])).toBe('PONG');
    } finally {
      run.kill('SIGKILL');
    }
    for (let turn = 0; turn < 100 && (await isThere(port)); turn += 1) await sleep(20);
    expect(await isThere(port)).toBe(false);
  });
});

const isThere = (port: number): Promise<boolean> =>
  redisCommand(port, ['PING']).then(
    () => true,
    () => false,
  );
