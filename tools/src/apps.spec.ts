import { existsSync } from 'node:fs';
import path from 'node:path';
import { apps } from './apps.ts';
import { listProjects, readJson } from './build/find-project.ts';

const root = path.resolve(__dirname, '../..');
const runnable = listProjects(root).filter(({ dir }) => existsSync(path.join(root, dir, 'src/main.ts')));

describe('the table of apps', () => {
  it('has every app of the workspace', () => {
    const listed = apps.map(({ name, dir }) => ({ name, dir }));
    expect(listed).toEqual(expect.arrayContaining(runnable.map(({ name, dir }) => ({ name, dir }))));
    expect(listed).toHaveLength(runnable.length);
  });

  it('gives no port twice', () => {
    const ports = apps.flatMap(({ port, adminPort }) => [port, adminPort]);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('is what the tests of this project depend on, so that Nx runs them when an app changes', () => {
    const manifest = readJson(path.join(root, 'tools/package.json'));
    expect(manifest).toMatchObject({
      nx: { implicitDependencies: expect.arrayContaining(apps.map(({ name }) => name)) },
    });
  });
});
