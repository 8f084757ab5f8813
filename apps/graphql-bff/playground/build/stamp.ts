import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** In the folder that was built. Not served. */
export const stampFile = 'stamp';

/** Stands for everything that the playground is made from: its sources, and the versions of all packages. */
export async function stampOf(sourceDir: string, lockFile: string): Promise<string> {
  const entries = await readdir(sourceDir, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [lockFile, ...sources.toSorted()]) {
    // By name too: a file that is renamed is imported by another name.
    hash.update(`${path.relative(sourceDir, file)}\n`).update(await readFile(file));
  }
  return `${hash.digest('hex')}\n`;
}

/** Whether the folder holds what was made from all that the stamp stands for. */
export function isBuiltFrom(stamp: string, outDir: string): boolean {
  const file = path.join(outDir, stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}
