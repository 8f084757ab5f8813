import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../src/running/running-command.ts';

export interface InterfaceRun {
  readonly code: number | null;
  readonly text: string;
}

/** `npm run <command> -- <args>` in a workspace, with this repository's code. */
export function runInterface(
  command: 'openapi' | 'graphql',
  cwd: string,
  ...args: readonly string[]
): Promise<InterfaceRun> {
  const child = spawn(process.execPath, [path.join(root, `tools/src/${command}/main.ts`), ...args], { cwd });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
}
