import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 15_000;

/** How a process is started: what Node is given, and where. */
export interface Launch {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly adminUrl: string;
}

/**
 * Milliseconds from the start of a process until its `/readyz` says 200. It is asked to end after, and waited for: Node
 * writes its cache of compiled code at the end.
 */
export async function readyTime({ args, cwd, env, adminUrl }: Launch): Promise<number> {
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  try {
    while (!(await isReady(adminUrl))) {
      if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended with ${child.exitCode}: ${complaints}`);
      if (performance.now() - startedAtMs > GIVE_UP_MS) throw new Error(`${args.at(-1)} was not ready in time`);
      await pause(LOOK_EVERY_MS);
    }
    return performance.now() - startedAtMs;
  } finally {
    await end(child);
  }
}

const isReady = (adminUrl: string): Promise<boolean> =>
  new Promise((resolve) => {
    request(`${adminUrl}/readyz`, { agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode === 200));
    })
      .once('error', () => resolve(false))
      .end();
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
