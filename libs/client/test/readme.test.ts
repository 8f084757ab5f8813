import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type StubBff, partialOrderPage, startStubBff, timeoutProblem } from './stub-bff.ts';

const root = resolve(import.meta.dirname, '../../..');
// Within the workspace, or `@bff/client` would not be found; dist is no part of it.
const folder = join(root, 'dist/client-readme');
const file = join(folder, 'example.ts');

let bff: StubBff;
beforeAll(async () => {
  const readme = readFileSync(join(root, 'libs/client/README.md'), 'utf8');
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  if (example === undefined) throw new Error('the README has no example');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, example);
  bff = await startStubBff();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bff.close();
});

it('the example of the README compiles for a browser, with nothing of Node', () => {
  const options = { extends: '../../tsconfig.base.json', compilerOptions: { types: [], lib: ['es2024', 'dom'] } };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...options, files: ['example.ts'] }));
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});

it.each([
  [
    'a partial page',
    { body: partialOrderPage },
    ['Hello Ada', 'Order ord_1: paid', 'Payment: not known at the moment'],
  ],
  ['a problem', { status: 504, body: timeoutProblem }, ['This does not work at the moment.']],
  ['another server', { body: '<h1>Welcome</h1>', type: 'text/html' }, ['You seem to be offline.']],
])('the example shows %s', async (_, answer, lines) => {
  const { clientFor, orderScreen } = await import(file);
  bff.answer = answer;
  const client = clientFor(bff.url, () => 'token');
  expect(await orderScreen(client, 'ord_1', new AbortController().signal)).toEqual(lines);
});
