import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One file of the page. */
export interface WebFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

const index = 'index.html';

/** What a page loads; whatever else is in the folder is not served. */
const typeByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Beside the built app, which is one file; or where `web/build.ts` puts it, seen from this source. */
const places = ['web', '../../dist/web'].map((place) => path.resolve(import.meta.dirname, place));

/** The page's files by their paths (`assets/index-1a2b.js`), from the first of the places that has them; none when never built. */
export function webFiles(from: readonly string[] = places): ReadonlyMap<string, WebFile> {
  const dir = from.find((place) => existsSync(path.join(place, index)));
  if (dir === undefined) return new Map();
  const names = globSync('**/*', { cwd: dir }).map((name) => name.split(path.sep).join('/'));
  return new Map(
    names.flatMap((name): [string, WebFile][] => {
      const type = typeByExtension[path.extname(name)];
      return type === undefined ? [] : [[name, fileOf(readFileSync(path.join(dir, name)), type)]];
    }),
  );
}

function fileOf(body: Buffer, type: string): WebFile {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { type, body, etag: `"${hash}"` };
}
