import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileSize } from './bundle-web.ts';
import { isBuiltFrom, stampFile, stampOf } from './stamp.ts';

const webDir = path.resolve(import.meta.dirname, '..');
const root = path.resolve(webDir, '../../..');

/** Where the app looks for it when it runs from its sources. */
export const webOutDir = path.resolve(webDir, '../dist/web');

export interface BuildWebOptions {
  /** Replaced as a whole. Default `apps/console/dist/web`. */
  readonly outDir?: string;
  /** Called when there is something to build, which then takes seconds. */
  readonly onStart?: () => void;
}

/**
 * Makes the files of the console's page, unless they are there already and made from the same sources and packages.
 * Resolves to their sizes, or to undefined when nothing was built. What is in `outDir` is whole at any time: the new
 * folder takes the place of the old one when it is ready.
 *
 * @throws Error when a source cannot be bundled; the message says which and why
 */
export async function buildWeb(options: BuildWebOptions = {}): Promise<readonly FileSize[] | undefined> {
  const { outDir = webOutDir, onStart } = options;
  const stamp = await stampOf(webDir, path.join(root, 'package-lock.json'));
  if (isBuiltFrom(stamp, outDir)) return undefined;
  onStart?.();
  // Vite takes longer to load than everything else does when there is nothing to build.
  const { bundleWeb } = await import('./bundle-web.ts');
  const fresh = `${outDir}-${randomUUID()}`;
  try {
    const sizes = await bundleWeb({ webDir, outDir: fresh });
    await writeFile(path.join(fresh, stampFile), stamp);
    await replace(outDir, fresh);
    return sizes;
  } catch (error) {
    // Somebody else has built the same in the meantime, in a test say.
    if (isBuiltFrom(stamp, outDir)) return undefined;
    throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function replace(outDir: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  try {
    if (existsSync(outDir)) await rename(outDir, old);
    await rename(fresh, outDir);
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}
