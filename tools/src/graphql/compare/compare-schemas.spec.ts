import { buildSchema } from 'graphql';
import type { Change } from '../../interface/change.ts';
import { compareSchemas } from './compare-schemas.ts';

const shop = `
  directive @cost(weight: Int) on FIELD_DEFINITION
  directive @upper(first: Int) on FIELD
  type Query {
    product(sku: ID!): Product
    products(first: Int! = 20, sort: Sort, filter: Filter): [Product!]! @cost(weight: 9)
    found: Found
    day: Day
  }
  type Product { sku: ID! name: String! note: String }
  type Box { size: Int! }
  type Spare { id: ID }
  union Found = Product | Box
  enum Sort { NAME SKU }
  input Filter { text: String limit: Int = 5 }
  scalar Day @specifiedBy(url: "https://days.example/1")
`;

/** What changes when a part of the shop's schema is written otherwise. */
function compare(part: string, otherwise: string): readonly Change[] {
  if (!shop.includes(part)) throw new Error(`the shop has no ${part}`);
  return compareSchemas(buildSchema(shop), buildSchema(shop.replace(part, otherwise)));
}

/** What is done, which part of the schema it is done to, what that becomes, and what has to be said of it. */
type Case = readonly [rule: string, part: string, otherwise: string, said: string];

const breaking: readonly Case[] = [
  ['a type goes', 'type Spare { id: ID }', '', 'Spare was removed'],
  ['an answer is of one of its types', 'found: Found', 'found: Box', 'Query.found changed type from Found to Box'],
  ['a field goes', ' note: String', '', 'Product.note was removed'],
  ['a field may be null', 'name: String!', 'name: String', 'Product.name changed type from String! to String'],
  ['a field has another type', 'name: String!', 'name: Int!', 'Product.name changed type from String! to Int!'],
  ['an argument goes', ', sort: Sort', '', 'Query.products arg sort was removed'],
  [
    'a required argument comes',
    '(sku: ID!)',
    '(sku: ID!, shop: ID!)',
    'A required arg shop on Query.product was added',
  ],
  [
    'an argument is required now',
    'sort: Sort',
    'sort: Sort!',
    'Query.products arg sort has changed type from Sort to Sort!',
  ],
  ['an input field goes', 'text: String ', '', 'Filter.text was removed'],
  [
    'a required input field comes',
    'text: String',
    'text: String day: Day!',
    'A required field day on input type Filter was added',
  ],
  ['an enum value goes', 'NAME SKU', 'NAME', 'SKU was removed from enum type Sort'],
  ['a type leaves a union', 'Product | Box', 'Product', 'Box was removed from union type Found'],
  ['a directive of operations goes', 'directive @upper(first: Int) on FIELD\n', '', 'upper was removed'],
  [
    'a directive of operations takes another type',
    '@upper(first: Int)',
    '@upper(first: Boolean)',
    '@upper arg first has changed type from Int to Boolean',
  ],
  [
    'a type becomes one of another kind',
    'input Filter { text: String limit: Int = 5 }',
    'enum Filter { text limit }',
    'Filter changed from an Input type to an Enum type',
  ],
];

const surprising: readonly Case[] = [
  ['an enum value comes', 'NAME SKU', 'NAME SKU PRICE', 'PRICE was added to enum type Sort'],
  ['a type joins a union', '| Box', '| Box | Other type Other { id: ID }', 'Other was added to union type Found'],
  ['an argument comes', '(sku: ID!)', '(sku: ID!, day: Day)', 'An optional arg day on Query.product was added'],
  [
    'an input field comes',
    'text: String',
    'text: String day: Day',
    'An optional field day on input type Filter was added',
  ],
  [
    'an argument has another default',
    '= 20',
    '= 50',
    'Query.products arg first has changed defaultValue from 20 to 50',
  ],
  ['an argument has no default any more', 'Int! = 20', 'Int', 'Query.products arg first defaultValue was removed'],
  [
    'an argument has a default now',
    'sort: Sort',
    'sort: Sort = SKU',
    'Query.products arg sort has a defaultValue: SKU',
  ],
  ['an input field has another default', '= 5', '= 6', 'Filter.limit has changed defaultValue from 5 to 6'],
  ['an input field has no default any more', ' = 5', '', 'Filter.limit defaultValue was removed'],
  [
    'a scalar is specified elsewhere',
    'example/1',
    'example/2',
    'Day is specified by https://days.example/2, was by https://days.example/1',
  ],
];

const bearable: readonly Case[] = [
  ['a type comes', 'type Box', 'type Shelf { id: ID note(long: Boolean): String } type Box', 'Shelf was added'],
  ['a field comes', 'note: String', 'note: String weight: Float', 'Product.weight was added'],
  ['a field is never null', 'note: String', 'note: String!', 'Product.note changed type from String to String!'],
  ['an argument is optional now', '(sku: ID!)', '(sku: ID)', 'Query.product arg sku has changed type from ID! to ID'],
  [
    'a field is deprecated',
    'note: String',
    'note: String @deprecated(reason: "Old.")',
    'Product.note is deprecated: Old.',
  ],
  ['an enum value is deprecated', 'NAME SKU', 'NAME SKU @deprecated(reason: "Old.")', 'Sort.SKU is deprecated: Old.'],
  [
    'an input field is deprecated',
    'text: String',
    'text: String @deprecated(reason: "Old.")',
    'Filter.text is deprecated: Old.',
  ],
  ['a directive of operations comes', 'type Box', 'directive @lower on FIELD type Box', '@lower was added'],
];

describe('a change that breaks a client', () => {
  it.each(breaking)('%s', (_, part, otherwise, text) => {
    expect(compare(part, otherwise)).toEqual([{ breaking: true, text }]);
  });
});

describe('a change that may surprise a client', () => {
  it.each(surprising)('%s', (_, part, otherwise, text) => {
    const changes = compare(part, otherwise);
    expect(changes).toContainEqual({ breaking: false, surprising: true, text });
    expect(changes.filter((change) => change.breaking)).toEqual([]);
  });
});

describe('a change that a client can bear', () => {
  it.each(bearable)('%s', (_, part, otherwise, text) => {
    expect(compare(part, otherwise)).toEqual([{ breaking: false, text }]);
  });

  it('is that a field is no longer deprecated', () => {
    const deprecated = buildSchema(shop.replace('note: String', 'note: String @deprecated'));
    const text = 'Product.note is no longer deprecated';
    expect(compareSchemas(deprecated, buildSchema(shop))).toEqual([{ breaking: false, text }]);
  });
});

describe('what a client cannot notice', () => {
  it.each([
    ['a description', 'type Box', '"Of cardboard." type Box'],
    ['the order of fields', 'sku: ID! name: String!', 'name: String! sku: ID!'],
    ['how a default is written', '= 20', '=20'],
    [
      'a directive that stands in the schema',
      '(weight: Int) on FIELD_DEFINITION',
      '(weight: Float) on FIELD_DEFINITION',
    ],
    ['that such a directive goes', ' @cost(weight: 9)', ''],
  ])('%s', (_, part, otherwise) => expect(compare(part, otherwise)).toEqual([]));

  it('that a directive is used no longer, and goes', () => {
    const without = shop
      .replace(' @cost(weight: 9)', '')
      .replace('directive @cost(weight: Int) on FIELD_DEFINITION', '');
    expect(compareSchemas(buildSchema(shop), buildSchema(without))).toEqual([]);
  });
});

it('each change is told once', () => {
  const texts = compare('= 20, sort: Sort', '= 50, sort: Sort!').map(({ text }) => text);
  expect(texts).toEqual([
    'Query.products arg sort has changed type from Sort to Sort!',
    'Query.products arg first has changed defaultValue from 20 to 50',
  ]);
});
