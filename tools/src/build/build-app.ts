// node tools/src/build/build-app.ts <project> [outDir], run from the workspace root.
import path from 'node:path';
import { bundleApp } from './bundle-app.ts';
import { findProject, readJson } from './find-project.ts';
import { lockfileSchema } from './prune-lockfile.ts';

const [name, outDir] = process.argv.slice(2);
if (name === undefined) {
  console.error('usage: node tools/src/build/build-app.ts <project> [outDir]');
  process.exit(2);
}
const root = process.cwd();
try {
  const { dir, assets } = findProject(root, name);
  await bundleApp({
    name,
    root,
    projectDir: path.join(root, dir),
    assets,
    lockfile: lockfileSchema.parse(readJson(path.join(root, 'package-lock.json'))),
    outDir: path.resolve(root, outDir ?? path.join('dist', name)),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
