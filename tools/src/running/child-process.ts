import { type ChildProcess, type StdioOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { root } from './running-command.ts';

export interface ChildOptions {
  /** What stands before the command line. */
  readonly before?: readonly string[];
  /** What Node is given beside the script. */
  readonly flags?: readonly string[];
  /** Default: the root of the repository. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Files that are loaded before the script. */
  readonly preload?: readonly string[];
  /** What becomes of what it prints. Default: shown. */
  readonly output?: 'ignore' | 'inherit';
}

/** Starts a script on this Node, to talk with by messages. */
export function startChild(
  script: string,
  { before = [], flags = [], cwd = root, env = {}, preload = [], output = 'inherit' }: ChildOptions = {},
): ChildProcess {
  const node = [
    '--disable-warning=ExperimentalWarning',
    ...flags,
    ...preload.flatMap((file) => ['--import', pathToFileURL(file).href]),
  ];
  const [execPath = process.execPath, ...args] = [...before, process.execPath, ...node];
  const stdio: StdioOptions = ['ignore', output, 'inherit', 'ipc'];
  return fork(script, {
    cwd,
    execPath,
    execArgv: args,
    env: { ...process.env, ...env },
    stdio,
    serialization: 'advanced',
  });
}

/** The next message. Rejects when the process ends first. */
export function messageFrom<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      child.off('exit', onExit);
      resolve(message as T);
    };
    const onExit = (code: number | null, signal: string | null): void => {
      child.off('message', onMessage);
      reject(new Error(`${name} ended with ${code ?? signal}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  });
}

/** Sends a message and waits for the answer; one at a time. */
export function ask<T>(child: ChildProcess, name: string, question: object): Promise<T> {
  const answer = messageFrom<T>(child, name);
  child.send(question);
  return answer;
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
