import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { PlacedApp } from '../placed-app.ts';
import type { Screen } from './screen.ts';

export interface PageBuildOptions {
  /** The workspace root. */
  readonly root: string;
  readonly screen: Screen;
  /** Ends a build when aborted. */
  readonly stop: AbortSignal;
}

/** A page that an app serves and that has to be built first: the script that does it, and how a person would run that. */
const pages = [
  { script: 'playground/build.ts', what: 'playground', target: 'playground' },
  { script: 'web/build.ts', what: 'page', target: 'web' },
] as const;

/**
 * Has every app that serves such a page build it, which takes seconds after an install and nothing that a person notices
 * later. One that cannot be built stops nothing: a line says so, and the app says at `/` what to run.
 */
export async function buildPages(apps: readonly PlacedApp[], options: PageBuildOptions): Promise<void> {
  for (const app of apps) {
    for (const { script, what, target } of pages) {
      const file = path.join(app.dir, script);
      if (!existsSync(path.join(options.root, file))) continue;
      const trouble = await run(file, options);
      if (trouble === undefined || options.stop.aborted) continue;
      options.screen.line(
        `The ${what} of ${app.name} was not built: ${trouble}. Everything else works. ` +
          `To try again: npx nx ${target} ${app.name}`,
      );
    }
  }
}

/** Resolves to undefined, or to the last that the script wrote about its failure. */
function run(script: string, { root, screen, stop }: PageBuildOptions): Promise<string | undefined> {
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
