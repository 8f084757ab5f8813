import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stampOf } from './stamp.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'console-stamp-'));
  for (const folder of ['page/parts', 'build', 'test']) mkdirSync(join(dir, folder), { recursive: true });
  for (const name of ['lock', 'index.html', 'build.ts', 'build/a.ts', 'page/parts/a.tsx']) write(name);
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name: string, text = name): void => writeFileSync(join(dir, name), text);
const stamp = () => stampOf(dir, join(dir, 'lock'));

it.each(['lock', 'index.html', 'build.ts', 'build/a.ts', 'page/parts/a.tsx', 'page/new.css'])(
  'is another one when %s is',
  async (name) => {
    const before = await stamp();
    write(name, 'other');
    expect(await stamp()).not.toBe(before);
  },
);

it.each(['test/a.test.ts', 'page/parts/a.spec.ts', 'README.md'])('is the same whatever is in %s', async (name) => {
  const before = await stamp();
  write(name);
  expect(await stamp()).toBe(before);
});
