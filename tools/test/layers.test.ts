import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const copied = [
  'apps',
  'libs',
  'tools',
  'package.json',
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
  '.oxlintrc.json',
];
const isSource = (path: string): boolean => !/\/(node_modules|dist|\.nx)(\/|$)/.test(path.slice(root.length));

/** A file that breaks a rule, and what the lint has to say of it. */
const forbidden = [
  ['libs/errors/src/probe-0.ts', '@bff/observability', 'Circular dependency between'],
  ['libs/errors/src/probe-1.ts', '@bff/clock', 'tagged with "layer:errors" can only depend on'],
  ['libs/aggregation/src/probe-2.ts', '@bff/downstream-clients', 'tagged with "layer:aggregation" can only depend on'],
  ['libs/contracts/src/probe-3.ts', '@bff/errors', 'tagged with "layer:contracts" can only depend on'],
  ['apps/mobile-bff/src/probe-4.ts', '@bff/mock-kit', 'tagged with "layer:app" can only depend on'],
  ['apps/mobile-bff/src/probe-5.ts', '@bff/testing', 'tagged with "layer:app" can only depend on'],
  ['apps/mocks/order-service/src/probe-6.ts', '@bff/downstream-clients', 'tagged with "layer:mock" can only depend on'],
  ['apps/mobile-bff/src/probe-7.ts', 'axios', 'tagged with "layer:app" is not allowed to import "axios"'],
  ['libs/downstream-clients/src/probe-8.ts', 'cockatiel', 'is not allowed to import "cockatiel"'],
  ['libs/rest-pages/src/probe-9.ts', 'ioredis', 'is not allowed to import "ioredis"'],
  ['libs/aggregation/src/probe-10.ts', 'express', 'is not allowed to import "express"'],
  ['libs/cache/src/probe-12.ts', 'ioredis', 'is not allowed to import "ioredis"'],
  ['libs/redis/src/probe-13.ts', '@bff/clock', 'tagged with "layer:redis" can only depend on'],
  ['libs/operator/src/probe-14.ts', '@bff/cache', 'tagged with "layer:operator" can only depend on'],
] as const;
const allowed = ['libs/aggregation/src/probe-11.ts', '@bff/resilience'] as const;

let copy: string;
let findings: readonly { readonly filename: string; readonly message: string }[];

/** Lints a copy of the repository in which every rule is broken once, so that nothing is broken for anyone else. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const part of copied) cpSync(join(root, part), join(copy, part), { recursive: true, filter: isSource });
  linkPackages();
  for (const [file, imported] of [...forbidden, allowed]) {
    writeFileSync(join(copy, file), `import * as imported from '${imported}';\nexport const used = imported;\n`);
  }
  const env = { ...process.env, NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: copy, NX_CACHE_PROJECT_GRAPH: 'true' };
  const run = (command: string, ...args: string[]) =>
    spawnSync(join('node_modules/.bin', command), args, { cwd: copy, encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  // The rule reads the graph that Nx keeps; without one it would find nothing wrong with anything.
  run('nx', 'graph', '--file=graph.json');
  const files = [...forbidden, allowed].map(([file]) => file);
  const { stdout } = run('oxlint', '--config', '.oxlintrc.json', '--format', 'json', ...files);
  findings = JSON.parse(stdout).diagnostics;
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The installed packages, but with the copy's own libs among them. */
function linkPackages(): void {
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(join(to, '@bff'), { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@bff') symlinkSync(join(from, name), join(to, name));
  for (const lib of readdirSync(join(copy, 'libs'))) symlinkSync(join(copy, 'libs', lib), join(to, '@bff', lib));
}

const messagesOn = (file: string) => findings.filter(({ filename }) => filename === file).map(({ message }) => message);

it.each(forbidden)('the lint refuses %s that imports %s', (file, _, reason) => {
  expect(messagesOn(file)).toEqual([expect.stringContaining(reason)]);
});

it('lets a project use what its layer may use', () => {
  expect(messagesOn(allowed[0])).toEqual([]);
});

it('leaves no project without a layer and a team', () => {
  const { nodes } = JSON.parse(readFileSync(join(copy, 'graph.json'), 'utf8')).graph;
  expect(Object.keys(nodes).length).toBeGreaterThan(15);
  const tagsOf = (node: { data: { tags?: string[] } }) => (node.data.tags ?? []).map((tag) => tag.split(':')[0]);
  for (const [name, node] of Object.entries<{ data: { tags?: string[] } }>(nodes)) {
    expect({ name, tags: tagsOf(node) }).toEqual({ name, tags: expect.arrayContaining(['layer', 'team']) });
  }
});
