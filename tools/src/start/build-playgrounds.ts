import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { PlacedApp } from '../placed-app.ts';
import type { Screen } from './screen.ts';

export interface PlaygroundOptions {
  /** The workspace root. */
  readonly root: string;
  readonly screen: Screen;
  /** Ends a build when aborted. */
  readonly stop: AbortSignal;
}

/**
 * Has every app that has a playground build it, which takes seconds after an install and nothing that a person notices
 * later. One that cannot be built stops nothing: a line says so, and the app says at `/` what to run.
 */
export async function buildPlaygrounds(apps: readonly PlacedApp[], options: PlaygroundOptions): Promise<void> {
  for (const app of apps) {
    const script = path.join(app.dir, 'playground/build.ts');
    if (!existsSync(path.join(options.root, script))) continue;
    const trouble = await run(script, options);
    if (trouble === undefined || options.stop.aborted) continue;
    options.screen.line(
      `The playground of ${app.name} was not built: ${trouble}. Everything else works. ` +
        `To try again: npx nx playground ${app.name}`,
    );
  }
}

/** Resolves to undefined, or to the last that the script wrote about its failure. */
function run(script: string, { root, screen, stop }: PlaygroundOptions): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  });
  let trouble = 'it wrote nothing';
  createInterface({ input: child.stdout }).on('line', (line) => screen.line(line));
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.trim() !== '') trouble = line.trim().replace(/\.$/, '');
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : trouble));
  });
}
