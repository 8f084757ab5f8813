import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { copyAssets } from './copy-assets.ts';
import { bundleOwnCodeOnly } from './bundle-own-code-only.ts';
import { type Lockfile, pruneLockfile } from './prune-lockfile.ts';

export interface BundleOptions {
  /** The project's name, such as `mobile-bff`. */
  readonly name: string;
  /** Its folder, absolute. */
  readonly projectDir: string;
  /** What else it reads while it runs: from a path in its folder to one in `outDir`. */
  readonly assets: Readonly<Record<string, string>>;
  /** The workspace root. */
  readonly root: string;
  /** The workspace's lock file, parsed. */
  readonly lockfile: Lockfile;
  /** Emptied first. */
  readonly outDir: string;
}

/**
 * Writes what an app needs to run on its own: `main.js` with the workspace's own code in it, a `package.json` and
 * `package-lock.json` with exactly the packages that it imports at the versions of the workspace, its configuration and
 * its assets. Packages stay outside the bundle, because tracing finds them only there.
 */
export async function bundleApp(options: BundleOptions): Promise<void> {
  const { name, projectDir, root, lockfile, outDir } = options;
  await rm(outDir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [path.join(projectDir, 'src/main.ts')],
    outfile: path.join(outDir, 'main.js'),
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [bundleOwnCodeOnly],
  });
  const imported = Object.values(metafile.outputs).flatMap((output) => output.imports.map((each) => each.path));
  const packages = [...new Set(imported.filter((id) => !id.startsWith('node:')).map(packageNameOf))].toSorted();
  const pruned = pruneLockfile(lockfile, name, packages);
  const { dependencies } = pruned.packages[''] ?? {};
  await Promise.all([
    writeJson(path.join(outDir, 'package.json'), { name, private: true, type: 'module', dependencies }),
    writeJson(path.join(outDir, 'package-lock.json'), pruned),
    copyConfiguration(path.join(root, 'config', `${name}.yaml`), path.join(outDir, 'config')),
    copyAssets(options),
  ]);
}

/** `@scope/name` of `@scope/name/file`, `name` of `name/file`. */
const packageNameOf = (id: string) => id.split('/', id.startsWith('@') ? 2 : 1).join('/');

async function copyConfiguration(file: string, outDir: string): Promise<void> {
  if (!existsSync(file)) return;
  await mkdir(outDir, { recursive: true });
  await copyFile(file, path.join(outDir, path.basename(file)));
}

const writeJson = (file: string, value: unknown) => writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
