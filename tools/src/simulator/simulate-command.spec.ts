import { execFile } from 'node:child_process';
import { join } from 'node:path';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as `npm run simulate` starts it. */
const simulate = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(process.execPath, [join(__dirname, 'main.ts'), ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });

it('plays in threads, counts, and says that every invariant held', async () => {
  const { code, stdout } = await simulate('--schedules', '450', '--seed', '7', '--workers', '2');
  expect(stdout).toMatch(/\n450 schedules from seed 7 in [\d.]+ s, [\d,]+ a second in 2 threads\n/);
  expect(stdout).toContain('every invariant held in every schedule');
  expect(stdout).toMatch(/page: complete +\d/);
  expect(code).toBe(0);
});

it('tells one schedule line by line', async () => {
  const { code, stdout } = await simulate('--seed', '7', '--schedules', '1', '--trace');
  expect(stdout).toMatch(/^ +[\d.]+ {2}page 1 \((order|home|demand), /m);
  expect(stdout).toMatch(/^ +[\d.]+ {2}page 1, call \d+ \w+\.\w+, attempt 1 sent with /m);
  expect(stdout).toContain('nothing happens any more');
  expect(code).toBe(0);
});

it('refuses what it does not know, in one line with the usage', async () => {
  const { code, stdout } = await simulate('--schedules', 'many');
  expect(stdout).toBe(
    'simulate: --schedules "many" is not a whole number from 1 to 1000000000\n' +
      'usage: npm run simulate -- [--schedules n] [--seed n] [--workers n] [--trace] [--write]\n',
  );
  expect(code).toBe(2);
});
