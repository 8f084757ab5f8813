import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '../../..');

/** A command under test, with all that it has written. */
export interface RunningCommand {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with what matched. Rejects, showing the output, when the command ends or 15 s pass first. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly exited: Promise<number | null>;
}

/** Runs a TypeScript file of this repository on this Node, with `preload` before it. Colours are off. */
export function runScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  preload: readonly string[] = [],
): RunningCommand {
  const before = preload.flatMap((file) => ['--import', pathToFileURL(path.join(root, file)).href]);
  const nodeArgs = ['--disable-warning=ExperimentalWarning', ...before, path.join(root, script), ...args];
  const child = spawn(process.execPath, nodeArgs, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const check = new Set<() => void>();
  const onData = (chunk: Buffer) => {
    output += chunk.toString();
    for (const look of check) look();
  };
  child.stdout?.on('data', onData);
  child.stderr?.on('data', onData);
  // Not `close`, which Node leaves out when this side has closed the channel.
  const streamsEnded = Promise.all([child.stdout, child.stderr].map((stream) => stream && finished(stream)));
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => void streamsEnded.then(() => resolve(code))),
  );
  return {
    child,
    exited,
    output: () => output,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const settle = (result: RegExpExecArray | string) => {
          check.delete(look);
          clearTimeout(timer);
          if (typeof result === 'string') reject(new Error(`${result} before ${pattern} was seen in:\n${output}`));
          else resolve(result);
        };
        const look = () => {
          const match = pattern.exec(output);
          if (match) settle(match);
        };
        const timer = setTimeout(() => settle('15 s passed'), 15_000);
        check.add(look);
        void exited.then(() => settle('it ended'));
        look();
      }),
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
