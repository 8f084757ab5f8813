import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

/** One file that the page loads. */
export interface BundledFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** What a page loads; whatever else is in the folder is not served. */
const typeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Beside the built app, which is one file; or where `playground/build.ts` puts it, seen from this source. */
const places = ['playground', '../../dist/playground'].map((place) => resolve(import.meta.dirname, place));

/** Reads the page's files from the first of the places that has them; none when it was never built. */
export function bundledFiles(from: readonly string[] = places): readonly BundledFile[] {
  const dir = from.find((place) => existsSync(join(place, 'main.js')));
  if (dir === undefined) return [];
  return readdirSync(dir).flatMap((name) => {
    const type = typeByExtension[extname(name)];
    return type === undefined ? [] : [{ name, type, body: readFileSync(join(dir, name)) }];
  });
}
