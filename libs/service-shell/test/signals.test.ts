import { setTimeout as sleep } from 'node:timers/promises';
import { rawExchange } from './raw-client.ts';
import { startChild } from './child.ts';
import { startShell, stopShells } from './shell.ts';

const took = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const startedAt = performance.now();
  return [await work, performance.now() - startedAt];
};

/** For how long a client waits for the answer that never comes. */
const giveUpMs = 6000;

const hang = async (url: string): Promise<void> => {
  void rawExchange(Number(new URL(url).port), ['GET /hang HTTP/1.1\r\nHost: a\r\n\r\n'], { giveUpMs });
  await sleep(50);
};

it.each(['SIGTERM', 'SIGINT'] as const)('on %s answers what is in flight and exits with 0', async (signal) => {
  const app = await startChild();
  const reply = fetch(`${app.url}/slow`);
  await sleep(50);
  app.process.kill(signal);
  expect(await (await reply).json()).toEqual({ done: true });
  const { code, stdout, stderr } = await app.exited;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`"signal":"${signal}","msg":"asked to stop"[^]*"msg":"stopped"`));
});

it('promises to end within three seconds, with time left for the last lines', async () => {
  const { longestCloseMs } = await startShell(() => {}, { serve: { shutdown: {} } });
  await stopShells();
  expect(longestCloseMs).toBeLessThanOrEqual(2800);
});

it('exits on its own whatever is in flight', async () => {
  const app = await startChild({ HANGING_HOOK: '1' });
  await hang(app.url);
  app.process.kill('SIGTERM');
  const [{ code }, ms] = await took(app.exited);
  expect(code).toBe(0);
  expect(ms).toBeGreaterThan(2500);
  // What it promises, and as much again for a busy machine: less than the client waits, so it is not the client that ends it.
  expect(ms).toBeLessThan(giveUpMs);
}, 10_000);

it('exits at once on a second signal', async () => {
  const app = await startChild();
  await hang(app.url);
  app.process.kill('SIGTERM');
  await sleep(50);
  app.process.kill('SIGTERM');
  const [{ code }, ms] = await took(app.exited);
  expect(code).toBe(1);
  // Less than the time that a first signal gives to what is in flight.
  expect(ms).toBeLessThan(2000);
});
