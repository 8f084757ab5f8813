import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

type Child = ChildProcessByStdio<null, Readable, null>;

const fixture = resolve(import.meta.dirname, 'fixtures/talkative.ts');
const children = new Set<Child>();

/** An HTTP server that logs: 500 lines of 500 bytes when it is asked to end, and as many as the path of a request says. */
async function startChild(): Promise<{ child: Child; url: string }> {
  const child = spawn(process.execPath, [fixture], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const [ready] = await once(child.stdout, 'data');
  const url = /"url":"([^"]+)"/.exec(String(ready))?.[1];
  if (url === undefined) throw new Error(`not what the child says first: ${String(ready)}`);
  return { child, url };
}

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

const ask = async (url: string): Promise<number> => (await fetch(url, { signal: AbortSignal.timeout(3000) })).status;

async function end(child: Child): Promise<{ code: number | null; tookMs: number }> {
  const startedAt = performance.now();
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(3000) });
  child.kill('SIGTERM');
  const [code] = await exited;
  return { code, tookMs: performance.now() - startedAt };
}

const textOf = async (stdout: Readable): Promise<string> => (await stdout.setEncoding('utf8').toArray()).join('');

it('lets a process end whose reader has gone', async () => {
  const { child, url } = await startChild();
  child.stdout.destroy();
  expect(await ask(`${url}/10`)).toBe(200);
  const { code, tookMs } = await end(child);
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(1000);
});

it('writes the last lines of a process, in order, when they are read', async () => {
  const { child } = await startChild();
  const text = textOf(child.stdout);
  child.kill('SIGTERM');
  const lines: unknown[] = (await text)
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(501);
  expect(lines[0]).toMatchObject({ msg: 'asked to end' });
  expect(lines.slice(1)).toEqual(Array.from({ length: 500 }, (_, index) => expect.objectContaining({ index })));
});

describe('a reader that has stopped reading', () => {
  it('does not stop the process', async () => {
    const { child, url } = await startChild();
    child.stdout.pause();
    // Far more than the pipe holds, and than may wait.
    for (let request = 0; request < 5; request += 1) expect(await ask(`${url}/1000`)).toBe(200);
    const { code, tookMs } = await end(child);
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(1000);
  });

  it('is told what it missed when it reads again, after what had waited for it', async () => {
    const { child, url } = await startChild();
    child.stdout.pause();
    for (let request = 0; request < 5; request += 1) await ask(`${url}/1000`);
    const text = textOf(child.stdout);
    await sleep(700);
    await ask(`${url}/1`);
    child.kill('SIGTERM');
    const lines = (await text).trim().split('\n');
    const atGap = lines.findIndex((line) => line.includes('log lines were lost'));
    const { level, app, lines: lost } = JSON.parse(lines[atGap] ?? '{}');
    expect({ level, app }).toEqual({ level: 'warn', app: 'test' });
    expect(atGap).toBeGreaterThan(1000);
    expect(atGap + lost).toBe(5000);
    expect(JSON.parse(lines[atGap + 1] ?? '{}')).toMatchObject({ msg: 'asked', index: 0 });
  });
});
