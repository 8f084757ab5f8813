import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** In the folder that was built. Not served. */
export const stampFile = 'stamp';

/** What the page is made from. The types that it shares with the server leave nothing in it. */
const sources = ['index.html', 'page/**/*.*', 'build.ts', 'build/**/*.ts'];

/** Stands for everything that the page is made from: its sources, and the versions of all packages. */
export async function stampOf(webDir: string, lockFile: string): Promise<string> {
  const names = globSync(sources, { cwd: webDir }).filter((name) => !name.endsWith('.spec.ts'));
  const hash = createHash('sha256').update(await readFile(lockFile));
  for (const name of names.toSorted()) {
    // By name too: a file that is renamed is imported by another name.
    hash.update(`${name}\n`).update(await readFile(path.join(webDir, name)));
  }
  return `${hash.digest('hex')}\n`;
}

/** Whether the folder holds what was made from all that the stamp stands for. */
export function isBuiltFrom(stamp: string, outDir: string): boolean {
  const file = path.join(outDir, stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}
