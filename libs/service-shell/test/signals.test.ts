import { setTimeout as sleep } from 'node:timers/promises';
import { rawExchange } from './raw-client.ts';
import { startChild } from './child.ts';

const took = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const startedAt = performance.now();
  return [await work, performance.now() - startedAt];
};

const hang = async (url: string): Promise<void> => {
  void rawExchange(Number(new URL(url).port), ['GET /hang HTTP/1.1\r\nHost: a\r\n\r\n'], { giveUpMs: 5000 });
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

it('exits within three seconds whatever is in flight', async () => {
  const app = await startChild({ HANGING_HOOK: '1' });
  await hang(app.url);
  app.process.kill('SIGTERM');
  const [{ code }, ms] = await took(app.exited);
  expect(code).toBe(0);
  expect(ms).toBeGreaterThan(2500);
  expect(ms).toBeLessThan(3000);
});

it('exits at once on a second signal', async () => {
  const app = await startChild();
  await hang(app.url);
  app.process.kill('SIGTERM');
  await sleep(50);
  app.process.kill('SIGTERM');
  const [{ code }, ms] = await took(app.exited);
  expect(code).toBe(1);
  expect(ms).toBeLessThan(500);
});
