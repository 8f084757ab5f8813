import { z } from 'zod';

const rangesSchema = z.record(z.string(), z.string()).optional();

/** A package-lock.json of version 3, as far as it matters here. */
export const lockfileSchema = z.object({
  lockfileVersion: z.literal(3),
  /** By folder: `node_modules/express/node_modules/debug`; the root is the empty string. */
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      dependencies: rangesSchema,
      optionalDependencies: rangesSchema,
      peerDependencies: rangesSchema,
    }),
  ),
});

export type Lockfile = z.infer<typeof lockfileSchema>;

type LockedPackage = Lockfile['packages'][string];

/** A lock file with the name and the flag that npm expects of one that it installs from. */
export interface AppLockfile extends Lockfile {
  name: string;
  requires: true;
}

/**
 * The part of a workspace's lock file that these packages need, as the lock file of an app of its own. With it the image
 * gets the very versions that were tested, those of indirect dependencies too.
 * @throws {Error} when one of the packages is not in the lock file
 */
export function pruneLockfile(lockfile: Lockfile, name: string, packages: readonly string[]): AppLockfile {
  const kept = new Map<string, LockedPackage>();
  const versions: Record<string, string> = {};
  for (const wanted of packages) {
    const folder = `node_modules/${wanted}`;
    const version = lockfile.packages[folder]?.version;
    if (version === undefined) throw new Error(`${name} imports ${wanted}, which is not in package-lock.json`);
    versions[wanted] = version;
    keepWithDependencies(lockfile, folder, kept);
  }
  const sorted = [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    lockfileVersion: lockfile.lockfileVersion,
    requires: true,
    packages: { '': { name, dependencies: versions }, ...Object.fromEntries(sorted) },
  };
}

function keepWithDependencies(lockfile: Lockfile, folder: string, kept: Map<string, LockedPackage>): void {
  const entry = lockfile.packages[folder];
  if (!entry || kept.has(folder)) return;
  // A package may be there for development too; in an app it is there to run.
  const { dev: _dev, devOptional: _devOptional, ...runtime } = entry;
  kept.set(folder, runtime);
  const { dependencies, optionalDependencies, peerDependencies } = entry;
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
    const found = findFrom(lockfile, folder, dependency);
    if (found !== undefined) keepWithDependencies(lockfile, found, kept);
  }
}

/** The folder that Node would load a package from: the nearest `node_modules` upwards. */
function findFrom(lockfile: Lockfile, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lockfile.packages[candidate]) return candidate;
    if (at === '') return undefined;
  }
}
