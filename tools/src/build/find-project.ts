import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** One project of the workspace. */
export interface Project {
  readonly name: string;
  /** From the workspace root. */
  readonly dir: string;
  /** What Nx can run for it. */
  readonly targets: ReadonlySet<string>;
  /** Files that it reads while it runs: from a path in the project to one in the built folder. */
  readonly assets: Readonly<Record<string, string>>;
}

const rootSchema = z.object({ workspaces: z.array(z.string()) });
const projectSchema = z.object({
  name: z.string(),
  nx: z.object({ targets: z.record(z.string(), z.unknown()).optional() }).optional(),
  assets: z.record(z.string(), z.string()).default({}),
});

/** Every project, by folder. A folder is one when it has a package.json and a `workspaces` pattern covers it. */
export function listProjects(root: string): readonly Project[] {
  const { workspaces } = rootSchema.parse(readJson(path.join(root, 'package.json')));
  const manifests = globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  );
  return manifests.toSorted().map((manifest) => {
    const { name, nx, assets } = projectSchema.parse(readJson(path.join(root, manifest)));
    return { name, dir: path.dirname(manifest), targets: new Set(Object.keys(nx?.targets ?? {})), assets };
  });
}

/**
 * The project with this name.
 * @throws {Error} when there is none; the message lists those that can be built
 */
export function findProject(root: string, name: string): Project {
  const projects = listProjects(root);
  const found = projects.find((project) => project.name === name);
  if (found) return found;
  const buildable = projects.filter((project) => project.targets.has('build')).map((project) => project.name);
  throw new Error(`"${name}" is not a project; those that can be built are ${buildable.join(', ')}`);
}

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
