import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isBuiltFrom, stampFile, stampOf } from './stamp.ts';

const playgroundDir = path.resolve(import.meta.dirname, '..');
const root = path.resolve(playgroundDir, '../../..');

/** Where the app looks for it when it runs from its sources. */
export const playgroundOutDir = path.resolve(playgroundDir, '../dist/playground');

export interface BuildPlaygroundOptions {
  /** Replaced as a whole. Default `apps/graphql-bff/dist/playground`. */
  readonly outDir?: string;
  /** Called when there is something to build, which then takes seconds. */
  readonly onStart?: () => void;
}

/**
 * Makes the files that the playground's page loads, unless they are there already and made from the same sources and
 * packages. Resolves to whether anything was built. What is in `outDir` is whole at any time: the new folder takes the
 * place of the old one when it is ready.
 *
 * @throws Error when a source cannot be bundled; the message says which and why
 */
export async function buildPlayground(options: BuildPlaygroundOptions = {}): Promise<boolean> {
  const { outDir = playgroundOutDir, onStart } = options;
  const stamp = await stampOf(playgroundDir, path.join(root, 'package-lock.json'));
  if (isBuiltFrom(stamp, outDir)) return false;
  onStart?.();
  // Takes longer to load than everything else does when there is nothing to build.
  const { bundlePage } = await import('./bundle-page.ts');
  const files = await bundlePage({ root, pageDir: path.join(playgroundDir, 'page') });

  const fresh = `${outDir}-${randomUUID()}`;
  await mkdir(fresh, { recursive: true });
  await Promise.all([...files].map(([name, contents]) => writeFile(path.join(fresh, name), contents)));
  await writeFile(path.join(fresh, stampFile), stamp);
  await replace(outDir, fresh).catch((error: unknown) => {
    // Somebody else has built the same in the meantime, in a test say.
    if (!isBuiltFrom(stamp, outDir)) throw error;
  });
  return true;
}

async function replace(outDir: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  try {
    if (existsSync(outDir)) await rename(outDir, old);
    await rename(fresh, outDir);
  } finally {
    await Promise.all([fresh, old].map((dir) => rm(dir, { recursive: true, force: true })));
  }
}
