import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { BundleOptions } from './bundle-app.ts';

/**
 * Copies what an app declares as `"assets"` in its package.json, folders with all that is in them.
 * @throws {Error} when a source is not there
 */
export async function copyAssets({
  name,
  projectDir,
  assets,
  outDir,
}: Pick<BundleOptions, 'name' | 'projectDir' | 'assets' | 'outDir'>): Promise<void> {
  const copies = Object.entries(assets).map(([from, to]) => ({ from, source: path.join(projectDir, from), to }));
  const missing = copies.filter(({ source }) => !existsSync(source)).map(({ from }) => from);
  if (missing.length > 0) {
    throw new Error(`${name} has no ${missing.join(', no ')}, which its package.json lists among its assets`);
  }
  await Promise.all(copies.map(({ source, to }) => cp(source, path.join(outDir, to), { recursive: true })));
}
