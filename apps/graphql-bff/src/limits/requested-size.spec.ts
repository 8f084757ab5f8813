import { buildSchema } from 'graphql';
import { costIn, schema } from '../../test/limits/limits-fixture.ts';
import { unmarkedListSize } from './query-cost.ts';

describe('the size that a query asks for', () => {
  const pageOfN = 'query ($n: PageSize) { orders(first: $n) { nodes { totals { total { amount } } } } }';

  it.each([
    ['the size in the query', '{ orders(first: 7) { nodes { id } } }', 1 + 7],
    ['the size however it is written', '{ orders(first: 5e1) { nodes { id } } }', 1 + 50],
    ['the default of the argument', '{ orders { nodes { id } } }', 1 + 20],
    ['the default of another argument', '{ products { items { sku } } }', 1 + 20],
    ['the size for each list in it', '{ orders(first: 7) { nodes { id } edges { node { id } } } }', 1 + 7 + 7 * 2],
    ['one for what is no list in it', '{ orders(first: 7) { pageInfo { endCursor } totalCount } }', 2],
    [
      'the size in fragments',
      '{ orders(first: 7) { ...C ... { edges { cursor } } } } fragment C on OrderConnection { nodes { id } }',
      1 + 7 + 7,
    ],
    [
      'a fragment with the size of each page',
      '{ a: orders(first: 7) { ...C } b: orders(first: 9) { ...C } } fragment C on OrderConnection { nodes { id } }',
      2 + 7 + 9,
    ],
    ['no size further down', '{ products(pageSize: 50) { facets { categories { count } } } }', 2 + unmarkedListSize],
    [
      'lists in it',
      '{ orders(first: 10) { nodes { lines { product { stock { warehouses { available } } } } } } }',
      1 + 10 * (1 + 3 * (1 + 1 + 1 + 3)),
    ],
  ])('counts %s', (_what, page, expected) => {
    expect(costIn(schema, page)).toBe(expected);
  });

  it.each([
    ['its variable', { n: 50 }, 1 + 50 * 3],
    ['the default of the argument without its variable', {}, 1 + 20 * 3],
    ['the default of the argument with an undefined variable', { n: undefined }, 1 + 20 * 3],
    ['none of what its prototype has', Object.create({ n: 50 }), 1 + 20 * 3],
  ])('goes by %s', (_what, variables, expected) => {
    expect(costIn(schema, pageOfN, variables)).toBe(expected);
  });

  it('goes by the default of its variable', () => {
    const withDefault = pageOfN.replace('PageSize', 'PageSize = 30');
    expect(costIn(schema, withDefault)).toBe(1 + 30 * 3);
    expect(costIn(schema, withDefault, { n: 2 })).toBe(1 + 2 * 3);
  });

  it.each([['ten'], [true], [[50]], [{}], [-5], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY], [null]])(
    'leaves a size of %p to graphql-js',
    (n) => {
      expect(costIn(schema, pageOfN, { n })).toBe(1 + unmarkedListSize * 3);
    },
  );

  it('leaves a size of another type in the query to graphql-js', () => {
    expect(costIn(schema, '{ orders(first: "7") { nodes { id } } }')).toBe(1 + unmarkedListSize);
    expect(costIn(schema, '{ orders(first: null) { nodes { id } } }')).toBe(1 + unmarkedListSize);
  });

  it.each([
    ['the larger of two sizes', '{ window(first: 3, last: 9) { id } }', 9],
    ['the one size that is given', '{ window(last: 4) { id } }', 4],
    ['the assumed size when none is given', '{ window { id } }', 7],
    ['the assumed size for null', '{ window(first: null) { id } }', 7],
  ])('is %s', (_what, query, expected) => {
    const twoEnds = buildSchema(`
      directive @listSize(slicingArguments: [String!], assumedSize: Int) on FIELD_DEFINITION
      type Query {
        window(first: Int, last: Int): [Thing!] @listSize(slicingArguments: ["first", "last"], assumedSize: 7)
      }
      type Thing { id: ID }
    `);
    expect(costIn(twoEnds, query)).toBe(expected);
  });
});
