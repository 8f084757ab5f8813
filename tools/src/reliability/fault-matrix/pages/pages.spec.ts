import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../../../running/running-command.ts';
import { type Visitor, supportUserId } from '../visitors.ts';
import { chainOf, nameOf } from './page-spec.ts';
import { pages } from './pages.ts';

const visitor: Visitor = { userId: supportUserId, orderId: 'ord_20000', sku: 'SKU-0001', cataloguePage: 1 };

const documentSchema = z.object({ paths: z.record(z.string(), z.unknown()) });

/** `/v1/orders/ord_20000?x` as the document has it. */
const templateOf = (target: string): string =>
  (target.split('?')[0] ?? '').replace(/ord_\d+/, '{orderId}').replace(/SKU-\d+/, '{sku}');

it.each(['mobile-bff', 'web-bff'])('has every page that %s documents', (app) => {
  const text = readFileSync(path.join(root, 'apps', app, 'openapi.json'), 'utf8');
  const { paths } = documentSchema.parse(JSON.parse(text));
  const own = pages.filter((page) => page.app === app).map((page) => templateOf(page.request(visitor).path));
  expect(own.toSorted()).toEqual(Object.keys(paths).toSorted());
});

it('has every field of the GraphQL schema that is a section', () => {
  const schema = readFileSync(path.join(root, 'apps/graphql-bff/schema.graphql'), 'utf8');
  const described = [...schema.matchAll(/Section of the (?:\w+)\s+service[^"]*"(?:"")?\s+(\w+)/g)];
  const fields = described.map(([, field]) => field);
  const shown = pages
    .filter(({ app }) => app === 'graphql-bff')
    .flatMap(({ sections }) => Object.keys(sections).map((section) => section.split('.').at(-1)));
  expect(fields.length).toBeGreaterThan(6);
  expect([...new Set(shown)].toSorted()).toEqual([...new Set(fields)].toSorted());
});

it('names its pages and what their sections need', () => {
  expect(new Set(pages.map(nameOf)).size).toBe(pages.length);
  for (const page of pages) {
    const keys = Object.keys(page.sections);
    for (const key of keys) expect(keys).toEqual(expect.arrayContaining([...chainOf(page, key)]));
  }
});
