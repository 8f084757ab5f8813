import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlayground } from './build-playground.ts';

let parent: string;
let outDir: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'playground-'));
  outDir = join(parent, 'playground');
  await buildPlayground({ outDir });
});
afterAll(() => rmSync(parent, { recursive: true }));

const read = (name: string) => readFileSync(join(outDir, name), 'utf8');

it('takes fonts out of the style sheets', () => {
  expect(read('page.css')).not.toContain('data:font');
  const named = [...read('page.css').matchAll(/url\("?\.\/(font-\w+\.woff2?)"?\)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(10);
  expect(readdirSync(outDir)).toEqual(expect.arrayContaining(named));
});

it('puts all of a worker into one file', () => {
  const workers = readdirSync(outDir).filter((name) => name.endsWith('.worker.js'));
  expect(workers).toEqual(['editor.worker.js', 'graphql.worker.js', 'json.worker.js']);
  const imports = (name: string) => /(?:^|;)import[\s{*"']/.test(read(name));
  expect(workers.filter(imports)).toEqual([]);
  expect(imports('main.js')).toBe(true);
});

it('does nothing while nothing has changed, and leaves nothing behind', async () => {
  const onStart = jest.fn();
  await expect(buildPlayground({ outDir, onStart })).resolves.toBe(false);
  expect(onStart).not.toHaveBeenCalled();
  expect(readdirSync(parent)).toEqual(['playground']);
});
