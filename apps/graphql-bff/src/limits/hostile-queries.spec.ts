import { parse } from 'graphql';
import { judge } from '../../test/limits/limits-fixture.ts';
import { bombOf, times } from '../../test/limits/query-samples.ts';
import { parseOptions } from './token-limit.ts';
import { defaultQueryLimits } from './query-limits.ts';

/** All lists that an order has, within each other. */
const allLists = `
  lines { product { images { url } stock { warehouses { available } } price { amount } } unitPrice { amount } total { amount } }
  totals { items { amount } shipping { amount } tax { amount } total { amount } }
  shippingAddress { city } billingAddress { city } history { at }
  customer { addresses { address { city } } preferences { currency } }
  payment { method { kind } amount { amount } captured { amount } refunded { amount } events { amount { amount } } }`;

const copies = (count: number) =>
  `{ ${times(count, (index) => `a${index}: orders(first: 50) { nodes { ...O } }`)} } fragment O on Order { ${allLists} }`;

/** The longest of these that the limit of tokens lets through. */
function asLongAsFits(query: (count: number) => string): string {
  const fits = (count: number): boolean => {
    try {
      parse(
        query(count),
        parseOptions(() => defaultQueryLimits),
      );
      return true;
    } catch {
      return false;
    }
  };
  let count = 1;
  while (count < defaultQueryLimits.tokens && fits(count + 1)) count += 1;
  return query(count);
}

const nested = (count: number, field: string, innermost: string) =>
  `${`{ ${field} `.repeat(count)}${innermost}${'}'.repeat(count)}`;

describe('a hostile query', () => {
  it.each<[string, string, string[]]>([
    ['10,000 aliases', `{ ${times(10_000, (index) => `a${index}: viewer { id }`)} }`, ['tokens']],
    ['aliases', asLongAsFits((count) => `{ viewer { ${times(count, (index) => `a${index}: id`)} } }`), ['aliases']],
    ['depth 500', nested(500, 'a', ''), ['tokens']],
    ['depth', asLongAsFits((count) => `{ __schema { types ${nested(count, 'ofType', '{ name }')} } }`), ['depth']],
    ['fragments that double 30 times', bombOf(30, 'viewer { id }'), ['rootFields']],
    ['fragments that double 30 times with aliases', bombOf(30, 'a: viewer { id }'), ['aliases', 'rootFields']],
    ['fragments that double as often as fits', asLongAsFits((count) => bombOf(count, 'viewer { id }')), ['rootFields']],
    [
      'fragments that double the answer 30 times',
      `{ __schema { types { ...F0 } } } ${times(30, (index) => `fragment F${index} on __Type { a: ofType { ...F${index + 1} } b: ofType { ...F${index + 1} } }`)} fragment F30 on __Type { name }`,
      ['depth', 'aliases'],
    ],
    [
      'lists in lists, by both ways',
      `{ orders(first: 50) { nodes { ${allLists} } edges { node { ${allLists} } } } }`,
      ['cost'],
    ],
    ['lists in lists, 300 copies', copies(300), ['tokens']],
    ['lists in lists, as many copies as fit', asLongAsFits(copies), ['aliases', 'rootFields']],
    ['lists in lists, as many copies as there may be root fields', copies(10), ['cost']],
    ['1 MB of tokens', `{ ${'a '.repeat(500_000)} }`, ['tokens']],
    ['5,000 fields that are the same', `{ viewer { ${'id '.repeat(5000)} } }`, ['tokens']],
    ['root fields that are the same', asLongAsFits((count) => `{ ${'viewer { id } '.repeat(count)} }`), ['rootFields']],
    ['1,000 directives on a field', `{ viewer { id ${'@include(if: true) '.repeat(1000)} } }`, ['tokens']],
  ])('of %s is refused', (_what, query, limits) => {
    expect(judge(query)).toEqual({ limits, others: [] });
  });

  it('of directives is refused, by graphql-js as well', () => {
    const verdict = judge(asLongAsFits((count) => `{ viewer { id ${'@skip(if: false) '.repeat(count)} } }`));
    expect(verdict.limits).toEqual(['directives']);
    expect(verdict.others[0]).toBe('The directive "@skip" can only be used once at this location.');
  });

  it('of fragments within each other is refused by graphql-js', () => {
    expect(judge('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toEqual({
      limits: [],
      others: ['Cannot spread fragment "A" within itself via "B".'],
    });
  });

  it('of a long list is refused by the size in its variable', () => {
    const query = `query ($n: PageSize!) { orders(first: $n) { nodes { ${allLists} } edges { node { ${allLists} } } } }`;
    expect(judge(query, { n: 50 }).limits).toEqual(['cost']);
    expect(judge(query, { n: 20 }).limits).toEqual([]);
  });
});
