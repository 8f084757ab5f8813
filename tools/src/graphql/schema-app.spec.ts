import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BadInterface } from '../interface/bad-interface.ts';
import { loadSchemaApps } from './schema-app.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'graphql-'));
  cpSync(path.resolve(__dirname, '../../test/fixture/graphql'), workspace, { recursive: true });
});
afterEach(() => rmSync(workspace, { recursive: true }));

it('is every app with a schema, whole', () => {
  const apps = loadSchemaApps(workspace);
  expect(apps.map(({ name, dir }) => ({ name, dir }))).toEqual([{ name: 'shop-bff', dir: 'apps/shop-bff' }]);
  const [app] = apps;
  expect(Object.keys(app?.schema.getTypeMap() ?? {})).toEqual(expect.arrayContaining(['Product', 'Query', 'Sku']));
  expect(app?.settings).toMatchObject({ contextType: '../context.ts#Context', scalars: { Sku: 'string' } });
  expect(app?.clientDocuments.definitions).toHaveLength(2);
});

const [product, query, card] = [
  'src/schema/product.graphql',
  'src/schema/query.graphql',
  'test/client/product-card.graphql',
];

it.each([
  [product, 'note: String', 'note: Strin', /^the schema of shop-bff is not valid: Unknown type "Strin"/],
  [product, 'note: String', 'note String', /^apps\/shop-bff\/src\/schema\/product\.graphql:12: Syntax Error: /],
  [product, 'IN_STOCK', '__IN_STOCK', /shop-bff is not valid: apps.*product\.graphql:21: Name "__IN_STOCK" must not/],
  [query, '"A word of the name."', '" "', /^the schema of shop-bff has no description of:\n {2}- ProductFilter\.text$/],
  [card, 'state', 'state {', /^apps\/shop-bff\/test\/client\/product-card\.graphql:4: Syntax Error/],
  ['codegen.json', '"Sku": "string"', '"Skus": "string"', /^apps.*codegen\.json names what the schema .*: Skus$/],
  ['codegen.json', '"Product":', '"Produce":', /names what the schema does not have: Produce$/],
  ['codegen.json', '"ProductState":', '"State":', /names what the schema does not have: State$/],
  ['codegen.json', ',\n    "Sku": "string"', '', /says no TypeScript type for: Sku$/],
  ['codegen.json', '../product.ts#State', '../product.ts', /must be like "@bff\/contracts#Order"/],
  ['codegen.json', '../product.ts#Product', '../product#Product', /or "\.\.\/page\.ts#Page"/],
  ['codegen.json', '../context.ts#Context', 'Context', /must be like .*\n.*contextType/],
  ['codegen.json', '"contextType"', '"context"', /Unrecognized key: "context"/],
  ['codegen.json', '}', '', /^apps\/shop-bff\/codegen\.json is not JSON$/],
])('refuses %s with %j as %j', (name, part, otherwise, said) => {
  const file = path.join(workspace, 'apps/shop-bff', name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(part);
  writeFileSync(file, text.replace(part, otherwise));
  expect(() => loadSchemaApps(workspace)).toThrow(BadInterface);
  expect(() => loadSchemaApps(workspace)).toThrow(said);
});

it('refuses an app that says nothing of its types', () => {
  rmSync(path.join(workspace, 'apps/shop-bff/codegen.json'));
  expect(() => loadSchemaApps(workspace)).toThrow('apps/shop-bff/codegen.json is not there');
});
