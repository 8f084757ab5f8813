import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInterface } from './run-interface.ts';
import { root } from '../src/running/running-command.ts';

const run: (file: string, args: readonly string[]) => Promise<Compiled> = promisify(execFile);

interface Compiled {
  readonly code?: number;
  readonly stdout: string;
}

const graphql = (cwd: string, ...args: readonly string[]) => runInterface('graphql', cwd, ...args);
const fixture = path.join(root, 'tools/test/fixture/graphql');

it('what is committed here is what the code gives', async () => {
  const { code, text } = await graphql(root, 'check');
  // Shows the differences when there are any.
  expect(text).toMatch(/^graphql-bff.*: schema and types are what the code gives\n$/);
  expect(code).toBe(0);
});

describe('in a workspace with one app', () => {
  // Within the workspace, where the packages are.
  let dist: string;
  let written: string;
  beforeAll(async () => {
    mkdirSync(path.join(root, 'dist'), { recursive: true });
    dist = mkdtempSync(path.join(root, 'dist/graphql-'));
    written = path.join(dist, 'written');
    cpSync(fixture, written, { recursive: true });
    await graphql(written, 'write');
  });
  afterAll(() => rmSync(dist, { recursive: true }));

  let workspace: string;
  beforeEach(() => {
    workspace = mkdtempSync(path.join(dist, 'copy-'));
    cpSync(written, workspace, { recursive: true });
  });

  const app = 'apps/shop-bff';
  const snapshot = `${app}/schema.graphql`;
  const resolverTypes = `${app}/src/generated/resolver-types.ts`;
  const clientTypes = `${app}/test/client/generated.ts`;
  const changelog = `${app}/schema-changes.md`;
  const at = (file: string) => path.join(workspace, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');

  /** Writes a part of a file otherwise. */
  function rewrite(file: string, part: string, otherwise: string): void {
    const text = read(`${app}/${file}`);
    if (!text.includes(part)) throw new Error(`${file} has no ${part}`);
    writeFileSync(at(`${app}/${file}`), text.replace(part, otherwise));
  }
  const schema = { product: 'src/schema/product.graphql', query: 'src/schema/query.graphql' };
  const note = '  "What somebody noted about it."\n  note: String\n';

  it('writes what is not there, and then finds nothing to say', async () => {
    for (const file of [snapshot, resolverTypes, clientTypes]) rmSync(at(file));
    const missing = `${snapshot} is not there.\n${resolverTypes} is not there.\n${clientTypes} is not there.`;
    expect(await graphql(workspace, 'check')).toEqual({ code: 1, text: expect.stringContaining(missing) });
    const wrote = `wrote ${snapshot}, ${resolverTypes}, ${clientTypes}\n`;
    expect(await graphql(workspace, 'write')).toEqual({ code: 0, text: wrote });
    expect(await graphql(workspace, 'check')).toEqual({
      code: 0,
      text: 'shop-bff: schema and types are what the code gives\n',
    });
    expect(await graphql(workspace, 'write')).toEqual({ code: 0, text: 'shop-bff: nothing to write\n' });
    expect(read(snapshot)).toMatch(/^# Made from apps\/shop-bff\/src\/schema by: npm run graphql -- write\n/);
  });

  it('makes types that resolvers and clients compile with, and that refuse what does not fit', async () => {
    writeFileSync(at('tsconfig.json'), JSON.stringify({ extends: path.join(root, 'tsconfig.base.json') }));
    const tsc = path.join(root, 'node_modules/typescript7/bin/tsc');
    // Rejects with the output too when something does not compile.
    const { code, stdout } = await run(process.execPath, [tsc, '-p', workspace]).catch((error: Compiled) => error);
    expect({ code, stdout }).toEqual({ code: undefined, stdout: '' });
  });

  it('says nothing when a definition moves to another file', async () => {
    const moved = read(`${app}/${schema.product}`);
    rmSync(at(`${app}/${schema.product}`));
    appendFileSync(at(`${app}/${schema.query}`), moved);
    expect((await graphql(workspace, 'check')).code).toBe(0);
  });

  it('names what breaks a client, and writes it only for a reason, which it puts down', async () => {
    rewrite(schema.product, note, '');
    const [checked, refused] = await Promise.all([graphql(workspace, 'check'), graphql(workspace, 'write')]);
    const told = 'breaks clients:\n    - Product.note was removed\n';
    expect(checked).toEqual({ code: 1, text: expect.stringContaining(told) });
    expect(checked.text).toContain('npm run graphql -- write --breaking');
    expect(refused).toEqual({ code: 1, text: expect.stringContaining(`${snapshot}\n  ${told}`) });
    expect(read(snapshot)).toContain('note: String');
    expect(read(resolverTypes)).toContain('note?:');
    expect(existsSync(at(changelog))).toBe(false);

    expect(await graphql(workspace, 'write', '--breaking', 'Nobody read it.')).toEqual({
      code: 0,
      text: `wrote ${changelog}, ${snapshot}, ${resolverTypes}\n`,
    });
    expect(read(snapshot)).not.toContain('note: String');
    expect(read(changelog)).toMatch(
      /^# Changes that broke clients\n\n## \d{4}-\d\d-\d\d\n\nNobody read it\.\n\n- Product\.note was removed\n$/,
    );
    expect((await graphql(workspace, 'check')).code).toBe(0);
  });

  it('names what may surprise a client and what it can bear, and writes both without a reason', async () => {
    rewrite(schema.product, '  "Not any more."', '  "Next week."\n  ORDERED\n  "Not any more."');
    rewrite(schema.product, note, `${note}  "In grams."\n  weight: Int\n`);
    const { code, text } = await graphql(workspace, 'check');
    expect(code).toBe(1);
    expect(text).toContain(
      'may surprise clients:\n    - ORDERED was added to enum type ProductState\n' +
        '  clients can bear:\n    - Product.weight was added\n',
    );
    expect(text).toContain(`${resolverTypes} is not what is made from the schema.`);
    expect(text).not.toContain('--breaking');
    expect((await graphql(workspace, 'write')).code).toBe(0);
    expect(existsSync(at(changelog))).toBe(false);
  });

  it('tells a change of words from one of the interface', async () => {
    rewrite(schema.product, 'On the box.', 'On its bottom.');
    const { code, text } = await graphql(workspace, 'check');
    expect({ code, text }).toEqual({ code: 1, text: expect.stringContaining('differs from the code in words only') });
  });

  it('finds types that were edited by hand', async () => {
    for (const file of [resolverTypes, clientTypes]) appendFileSync(at(file), '// Edited.\n');
    const { code, text } = await graphql(workspace, 'check');
    expect({ code, text }).toEqual({
      code: 1,
      text: expect.stringMatching(/^apps.*resolver-types\.ts is not what is/),
    });
    expect(text).toContain(`${clientTypes} is not what is made from the schema.`);
  });

  it('asks for a description of everything, in check and write alike', async () => {
    rewrite(schema.query, '"""\nWhich products. What is left out does not narrow.\n"""\n', '');
    rewrite(schema.query, '"Which. All when left out." ', '');
    rewrite(schema.query, '  "A word of the name."\n', '  " "\n');
    rewrite(schema.product, '  "Today."\n', '');
    rewrite(schema.product, '  "On the shelf."\n', '');
    const names = ['Product.name', 'ProductFilter', 'ProductFilter.text', 'ProductState.IN_STOCK'];
    const text = ['the schema of shop-bff has no description of:', ...names, 'Query.products arg filter'].join(
      '\n  - ',
    );
    const before = read(snapshot);
    expect(await graphql(workspace, 'check')).toEqual({ code: 1, text: `${text}\n` });
    expect(await graphql(workspace, 'write')).toEqual({ code: 1, text: `${text}\n` });
    expect(read(snapshot)).toBe(before);
  });

  it('refuses what is none, in words', async () => {
    rewrite('test/client/product-card.graphql', 'state', 'stat');
    const said = `${app}/test/client/product-card.graphql:3: Cannot query field "stat" on type "Product".`;
    expect((await graphql(workspace, 'check')).text).toContain(said);
    rewrite('test/client/product-card.graphql', 'stat', 'state');
    rewrite(schema.product, '  state:', '  condition:');
    const { text: both } = await graphql(workspace, 'check');
    expect(both).toContain('product-card.graphql:3: Cannot query field "state" on type "Product".');
    expect(both).toMatch(/breaks clients:\n +- Product\.state was removed/);
    rewrite(schema.product, '  condition:', '  state:');
    rewrite('schema.graphql', 'type Query', 'typ Query');
    expect(await graphql(workspace, 'write')).toEqual({
      code: 1,
      text: `${snapshot} is not a schema; it is written by: npm run graphql -- write\n`,
    });
  });

  it('makes no client types for an app whose tests ask nothing', async () => {
    rmSync(at(`${app}/test`), { recursive: true });
    expect((await graphql(workspace, 'check')).code).toBe(0);
  });

  it('refuses what makes no command, in one line', async () => {
    const usage = 'usage: npm run graphql -- check | write [--breaking "why, and what clients are to do"]\n';
    expect(await graphql(workspace, 'read')).toEqual({ code: 2, text: usage });
    expect(await graphql(workspace, 'check', 'shop')).toEqual({ code: 2, text: `"shop" is too much; ${usage}` });
  });
});
