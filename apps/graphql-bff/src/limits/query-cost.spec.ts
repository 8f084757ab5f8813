import { buildSchema } from 'graphql';
import { costIn, schema } from '../../test/limits/limits-fixture.ts';
import { unmarkedListSize } from './query-cost.ts';
import { bombOf } from '../../test/limits/query-samples.ts';

/** With all that the schema of the app does not have. */
const odd = buildSchema(`
  directive @listSize(slicingArguments: [String!], assumedSize: Int) on FIELD_DEFINITION
  type Query {
    thing: Thing
    any: Any
    either: [Either!]! @listSize(assumedSize: 2)
    grid: [[Thing!]!]!
    window(first: Int): [Thing!] @listSize(slicingArguments: ["first"])
    page(first: Int): Page @listSize(slicingArguments: ["first"])
  }
  type Mutation { make: Thing }
  interface Any { id: ID things: [Thing!] }
  union Either = Thing | Page
  type Page { things: [Thing!] own: [Thing!] @listSize(assumedSize: 2) inner: Page }
  type Thing implements Any { id: ID names: [String!]! things: [Thing!] }
`);

describe('the cost of a query', () => {
  it.each([
    ['an object', '{ viewer { id roles } }', 1],
    ['objects in objects', '{ viewer { customer { preferences { currency } } } }', 3],
    ['scalars, enums and lists of them', '{ __typename viewer { __typename id roles } }', 1],
    ['a list of the size that it is assumed to have', '{ viewer { customer { addresses { label } } } }', 2 + 3],
    ['objects in a list', '{ viewer { customer { addresses { address { city } } } } }', 2 + 3 * 2],
    ['lists in lists', '{ order(id: "o") { lines { product { images { url } } } } }', 1 + 3 * (1 + 1 + 5)],
    ['a list that nothing is said of', '{ products { facets { categories { count } } } }', 1 + 1 + unmarkedListSize],
    ['introspection', '{ __schema { types { fields { name } } } __type(name: "A") { name } }', 1 + 5 * (1 + 5) + 1],
    ['a field twice', '{ viewer { customer { id } customer { id } } }', 3],
    ['fragments', '{ ...Q } fragment Q on Query { viewer { ...V } } fragment V on Viewer { customer { id } }', 2],
    [
      'a fragment wherever it is spread',
      '{ a: viewer { ...V } b: viewer { ...V } } fragment V on Viewer { customer { id } }',
      4,
    ],
    ['inline fragments', '{ ... { viewer { ... on Viewer { customer { id } } } } }', 2],
    ['what is skipped, as if it were not', '{ viewer { customer @skip(if: true) { id } } }', 2],
  ])('counts %s', (_what, query, expected) => {
    expect(costIn(schema, query)).toBe(expected);
  });

  it.each([
    ['nothing for a list of none', '{ window(first: 0) { things { id } } }', 0],
    ['a page of no known size like any list', '{ page { things { id } } }', 1 + unmarkedListSize],
    ['its own size rather than that of the page', '{ page(first: 9) { own { id } } }', 1 + 2],
    [
      'the size of the page in nothing of its items',
      '{ page(first: 9) { things { things { id } } } }',
      1 + 9 * (1 + unmarkedListSize),
    ],
    [
      'the size of the page in nothing further down',
      '{ page(first: 9) { inner { things { id } } } }',
      2 + unmarkedListSize,
    ],
    ['lists of lists', '{ grid { id } }', unmarkedListSize ** 2],
    ['interfaces', '{ any { id things { id } ... on Thing { things { id } } } }', 1 + 2 * unmarkedListSize],
    [
      'unions',
      '{ either { __typename ... on Thing { things { id } } ... on Page { own { id } } } }',
      2 * (1 + unmarkedListSize + 2),
    ],
    ['a mutation', 'mutation { make { things { id } } }', 1 + unmarkedListSize],
  ])('counts %s', (_what, query, expected) => {
    expect(costIn(odd, query)).toBe(expected);
  });

  it('stays a number whatever is asked for', () => {
    const n = Number.MAX_VALUE;
    const query = `query ($n: Int) {
      window(first: 0) { things { things { id } } }
      page(first: $n) { things { things { id } } }
      a: window(first: $n) { things { id } }
    }`;
    expect(costIn(odd, query, { n })).toBe(Number.MAX_SAFE_INTEGER);
    const none =
      'query ($n: Int) { window(first: 0) { things { id } page: things { ...T } } } fragment T on Thing { id }';
    expect(costIn(odd, none, { n })).toBe(0);
  });

  it('is found at once for fragments that spread others twice', () => {
    expect(costIn(schema, bombOf(30, 'viewer { id }'))).toBe(2 ** 30);
    expect(costIn(schema, bombOf(1000, 'viewer { id }'))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([
    ['a fragment within itself', '{ ...A } fragment A on Query { viewer { id } ...A }', 1],
    [
      'a fragment within its own fields',
      '{ thing { ...A } } fragment A on Thing { things { ...A } }',
      1 + unmarkedListSize,
    ],
    ['unknown fragments', '{ viewer { ...Nowhere } }', 1],
    ['unknown fields', '{ a: constructor { b } c: __proto__ { d } hasOwnProperty { e } viewer { f { g } } }', 1],
    ['unknown types', '{ ... on Nothing { viewer { id } } ...N } fragment N on Nothing { viewer { id } }', 0],
    [
      'fragments on what has no fields',
      '{ ... on Role { viewer { id } } ...N } fragment N on OrderFilter { viewer { id } }',
      0,
    ],
    ['fields of a scalar', '{ viewer { id { length } } }', 1],
    ['objects without fields', '{ viewer }', 0],
    ['introspection within', '{ viewer { __schema { types { name } } } }', 1],
    ['an operation that the schema does not have', 'subscription { viewer { id } }', 0],
  ])('passes over %s', (_what, query, expected) => {
    expect(costIn(query.includes('thing') ? odd : schema, query)).toBe(expected);
  });
});
