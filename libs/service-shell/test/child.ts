import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The fixture app as a process. */
export interface Child {
  readonly url: string;
  readonly adminUrl: string;
  readonly process: ChildProcess;
  /** Everything on stdout so far. */
  stdout(): string;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Env = Readonly<Record<string, string>>;

function start(env: Env) {
  const child = spawn(process.execPath, [join(__dirname, 'fixtures/main.ts')], { env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, exited, stdout: () => stdout };
}

/** Runs the app to its end. */
export const runChild = (env: Env): Promise<Exit> => start(env).exited;

/** Starts the app and waits until it listens. */
export async function startChild(env: Env = {}): Promise<Child & { readonly exited: Promise<Exit> }> {
  const { child, exited, stdout } = start(env);
  const listening = new Promise<{ url: string; adminUrl: string }>((resolve) => {
    child.stdout.on('data', () => {
      const found = /"url":"([^"]+)","adminUrl":"([^"]+)"/.exec(stdout());
      if (found?.[1] !== undefined && found[2] !== undefined) resolve({ url: found[1], adminUrl: found[2] });
    });
  });
  const failed = exited.then(({ code, stderr }): never => {
    throw new Error(`the app ended with ${code}: ${stderr}`);
  });
  failed.catch(() => {});
  return { ...(await Promise.race([listening, failed])), process: child, exited, stdout };
}
