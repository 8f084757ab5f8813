import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needsInstall } from '../bootstrap.mjs';

describe('whether an install is needed', () => {
  let dir: string;
  const lock = (file: string, packages: Record<string, object>) => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), JSON.stringify({ packages }));
  };
  const installed = (packages: Record<string, object>) => lock('node_modules/.package-lock.json', packages);

  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'bootstrap-'));
    lock('package-lock.json', {
      '': { name: 'root' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/only-on-windows': { version: '1.0.0', optional: true },
    });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('yes, when nothing is installed, or an install was cut short', () => {
    expect(needsInstall(dir)).toBe(true);
    mkdirSync(path.join(dir, 'node_modules/a'), { recursive: true });
    expect(needsInstall(dir)).toBe(true);
  });

  it('no, when what is installed is what is locked', () => {
    installed({ 'node_modules/a': { version: '1.0.0', integrity: 'x' } });
    expect(needsInstall(dir)).toBe(false);
  });

  it.each([
    ['has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'x' } }],
    ['has another content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }],
    ['lacks a package', {}],
    ['has one too many', { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/b': {} }],
  ])('yes, when it %s', (_what, packages) => {
    installed(packages);
    expect(needsInstall(dir)).toBe(true);
  });
});
