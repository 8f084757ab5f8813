import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/running/running-command.ts';

const run = promisify(execFile);

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'assets-'));
  put('package.json', JSON.stringify({ workspaces: ['apps/*'] }));
  put('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: {} }));
  put('apps/shop/src/main.ts', 'export const opens: number = 9;');
  put('apps/shop/src/schema/query.graphql', 'type Query');
  put('apps/shop/src/schema/more/product.graphql', 'type Product');
  put('apps/shop/dist/page/index.html', '<h1>Shop</h1>');
  put('apps/shop/robots.txt', 'Disallow: /');
});
afterEach(() => rmSync(workspace, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
  writeFileSync(path.join(workspace, file), text);
}

/** Builds the app with these assets in its package.json. */
function build(assets?: Readonly<Record<string, string>>) {
  put('apps/shop/package.json', JSON.stringify({ name: 'shop', assets }));
  return run(process.execPath, [path.join(root, 'tools/src/build/build-app.ts'), 'shop'], { cwd: workspace });
}

const built = (file: string) => path.join(workspace, 'dist/shop', file);

it('a built app has its assets where it says, folders with all that is in them', async () => {
  await build({ 'src/schema': 'schema', 'dist/page': 'static/page', 'robots.txt': 'static/robots.txt' });
  expect(readFileSync(built('schema/query.graphql'), 'utf8')).toBe('type Query');
  expect(readFileSync(built('schema/more/product.graphql'), 'utf8')).toBe('type Product');
  expect(readFileSync(built('static/page/index.html'), 'utf8')).toBe('<h1>Shop</h1>');
  expect(readFileSync(built('static/robots.txt'), 'utf8')).toBe('Disallow: /');
  expect(existsSync(built('main.js'))).toBe(true);
});

it('an asset that went from the app is not left in what was built before', async () => {
  await build({ 'src/schema': 'schema' });
  await build();
  expect(existsSync(built('main.js'))).toBe(true);
  expect(existsSync(built('schema'))).toBe(false);
});

it('an asset that is not there is named', async () => {
  await expect(build({ 'src/schema': 'schema', 'src/shema': 'a', 'dist/play': 'b' })).rejects.toMatchObject({
    code: 1,
    stderr: 'shop has no src/shema, no dist/play, which its package.json lists among its assets\n',
  });
});
