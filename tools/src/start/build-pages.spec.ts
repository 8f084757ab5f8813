import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PlacedApp } from '../placed-app.ts';
import { buildPages } from './build-pages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs the build scripts of these apps; undefined is an app without a page. Resolves to what was on the screen. */
async function linesOf(
  scripts: Readonly<Record<string, string | undefined>>,
  stop = new AbortController().signal,
  folder = 'playground',
) {
  const lines: string[] = [];
  for (const [name, script] of Object.entries(scripts)) {
    if (script === undefined) continue;
    mkdirSync(path.join(root, 'apps', name, folder), { recursive: true });
    writeFileSync(path.join(root, 'apps', name, folder, 'build.ts'), script);
  }
  const apps = Object.keys(scripts).map((name) => ({ name, dir: `apps/${name}` }) as PlacedApp);
  await buildPages(apps, { root, stop, screen: { line: (text) => void lines.push(text), status: () => {} } });
  return lines;
}

it('shows what a build says, and nothing of an app that has no page', async () => {
  const says = 'const line: string = "Building …"; console.log(line, process.cwd());';
  await expect(linesOf({ 'web-bff': undefined, 'graphql-bff': says })).resolves.toEqual([`Building … ${root}`]);
});

it('says nothing of one that has nothing to build', async () => {
  await expect(linesOf({ 'graphql-bff': '' })).resolves.toEqual([]);
});

it('says in one line that a build failed and why, and goes on with the next', async () => {
  const fails = 'console.error("Build failed with 1 error:\\npage.tsx:1:2: ERROR: no\\n"); process.exit(1);';
  await expect(
    linesOf({ 'first-bff': '', 'graphql-bff': fails, 'other-bff': 'console.log("built");' }),
  ).resolves.toEqual([
    'The playground of graphql-bff was not built: page.tsx:1:2: ERROR: no. Everything else works. ' +
      'To try again: npx nx playground graphql-bff',
    'built',
  ]);
});

it('builds the page of a console just so, and names the command that does it', async () => {
  const fails = 'console.error("no vite"); process.exit(1);';
  await expect(linesOf({ console: fails }, undefined, 'web')).resolves.toEqual([
    'The page of console was not built: no vite. Everything else works. To try again: npx nx web console',
  ]);
});

it('waits for none when everything is to end', async () => {
  const stop = new AbortController();
  const lines = linesOf({ 'graphql-bff': 'setInterval(() => {}, 1000);' }, stop.signal);
  stop.abort();
  await expect(lines).resolves.toEqual([]);
});
