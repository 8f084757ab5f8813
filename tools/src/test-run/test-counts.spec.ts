import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addUpCounts, countsLine } from './test-counts.ts';

describe('the counts of a run', () => {
  let root: string;
  const write = (file: string, value: unknown) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), JSON.stringify(value));
  };
  const project = (dir: string, targets: Record<string, unknown>) =>
    write(`${dir}/package.json`, { name: path.basename(dir), nx: { targets } });

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'counts-'));
    write('package.json', { workspaces: ['apps/*', 'libs/*'] });
    project('apps/shop', { test: {} });
    project('libs/money', { test: {} });
    project('libs/types', { typecheck: {} });
    write('dist/test-results/apps/shop.json', { passed: 3, failed: 1, skipped: 0 });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are added up', () => {
    write('dist/test-results/libs/money.json', { passed: 4, failed: 0, skipped: 2 });
    expect(addUpCounts(root)).toEqual({ total: { passed: 7, failed: 1, skipped: 2 }, missing: [] });
  });

  it('leave out a project that is no longer there', () => {
    write('dist/test-results/libs/money.json', { passed: 4, failed: 0, skipped: 0 });
    write('dist/test-results/libs/gone.json', { passed: 100, failed: 0, skipped: 0 });
    expect(addUpCounts(root).total.passed).toBe(7);
  });

  it('name a project with tests and no result', () => {
    expect(addUpCounts(root)).toEqual({ total: { passed: 3, failed: 1, skipped: 0 }, missing: ['money'] });
  });

  it('make one line', () => {
    expect(countsLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(countsLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
