import { type ShapeRefusal, refusal, shapeRefusals } from '../../test/limits/limits-fixture.ts';
import { bombOf } from '../../test/limits/query-samples.ts';

const boundless = { depth: 1e9, aliases: 1e9, rootFields: 1e9, directives: 1e9 };

const cases: [ShapeRefusal['limit'], number, string, string][] = [
  ['depth', 3, 'fields', '{ viewer { customer { id } } }'],
  ['depth', 3, 'the deepest of several fields', '{ viewer { id customer { id } roles } product(sku: "A") { sku } }'],
  [
    'depth',
    3,
    'fragments',
    '{ ...A } fragment A on Query { viewer { ...B } } fragment B on Viewer { customer { id } }',
  ],
  [
    'depth',
    3,
    'inline fragments',
    '{ ... { viewer { ... on Viewer { ... @include(if: true) { customer { id } } } } } }',
  ],
  [
    'depth',
    4,
    'a fragment where it is spread deepest',
    '{ a: viewer { customer { ...C } } b: viewer { customer { preferences { ...P } addresses { label } } } } fragment C on Customer { id } fragment P on Preferences { currency }',
  ],
  ['depth', 5, 'introspection', '{ __schema { types { ofType { ofType { name } } } } }'],
  ['aliases', 2, 'fields', '{ a: viewer { b: id } }'],
  ['aliases', 2, 'fields that have no type to be found by', '{ viewer { a: __typename b: __typename } }'],
  ['aliases', 1, 'a field under its own name', '{ viewer: viewer { id } }'],
  [
    'aliases',
    6,
    'a fragment wherever it is spread',
    '{ a: viewer { ...V } b: viewer { ...V } } fragment V on Viewer { x: id y: roles }',
  ],
  ['aliases', 4, 'inline fragments', '{ ... { a: viewer { ... on Viewer { x: id ... { y: roles z: id } } } } }'],
  ['aliases', 2 ** 20, 'fragments that spread others twice', bombOf(20, 'a: viewer { id }')],
  ['rootFields', 3, 'fields of Query', '{ viewer { id roles } order(id: "ord_1") { id } a: viewer { id } }'],
  ['rootFields', 3, 'the same field again', '{ viewer { id } viewer { id } viewer { id } }'],
  [
    'rootFields',
    5,
    'fragments',
    '{ ...Q viewer { id } ...Q } fragment Q on Query { viewer { id } ...R } fragment R on Query { __typename }',
  ],
  ['rootFields', 3, 'inline fragments', '{ ... { viewer { id } ... on Query { a: viewer { id } } } b: viewer { id } }'],
  ['directives', 3, 'fields', '{ viewer @include(if: true) @skip(if: false) { id @skip(if: false) } }'],
  [
    'directives',
    3,
    'every spread of a fragment',
    '{ ...Q @skip(if: false) ...Q @skip(if: false) ...Q @skip(if: false) } fragment Q on Query { viewer { id } }',
  ],
  [
    'directives',
    4,
    'a fragment wherever it is spread',
    '{ ...Q ...Q } fragment Q on Query @mine { viewer { id @skip(if: false) } }',
  ],
  [
    'directives',
    2,
    'inline fragments',
    '{ ... @skip(if: false) { viewer { ... on Viewer @include(if: true) { id } } } }',
  ],
  ['directives', 3, 'the operation and its variables', 'query ($a: Int @mine, $b: Int @mine) @mine { viewer { id } }'],
];

describe('the shape of a query', () => {
  describe.each(cases)('%s, %i allowed, in %s', (limit, found, _where, query) => {
    it('passes at the limit', () => {
      expect(shapeRefusals(query, { ...boundless, [limit]: found })).toEqual([]);
    });

    it('is refused above it', () => {
      const allowed = found - 1;
      expect(shapeRefusals(query, { ...boundless, [limit]: allowed })).toEqual([refusal({ limit, allowed, found })]);
    });
  });
});
