import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

// In a process of its own: Vite cannot be loaded inside Jest.
const build = (outDir: string): string =>
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../build.ts'), outDir], { encoding: 'utf8' });

let parent: string;
let outDir: string;
let said: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'console-web-'));
  outDir = join(parent, 'web');
  said = build(outDir);
}, 120_000);
afterAll(() => rmSync(parent, { recursive: true }));

it('makes a page with nothing inline and nothing from elsewhere', () => {
  const html = readFileSync(join(outDir, 'index.html'), 'utf8');
  expect(html.match(/<script(?![^>]* src="\/assets\/)[^>]*>|<style|style=|\son\w+=/g)).toBeNull();
  expect(html.match(/(?:src|href)="(?!\/assets\/)[^"]*"/g)).toBeNull();
});

it('is one script, small enough for a phone at night, and says how large', () => {
  const scripts = readdirSync(join(outDir, 'assets')).filter((name) => name.endsWith('.js'));
  expect(scripts).toHaveLength(1);
  const bytes = gzipSync(readFileSync(join(outDir, 'assets', scripts[0] ?? ''))).byteLength;
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThan(220 * 1024);
  expect(said).toContain(`${Math.round(bytes / 1024)} KiB as gzip`);
});

it('does nothing while nothing has changed, and leaves nothing behind', () => {
  expect(build(outDir)).toBe('');
  expect(readdirSync(parent)).toEqual(['web']);
});
