import { parse, specifiedRules, validate } from 'graphql';
import { limited, schema, refusal, shapeRefusals } from '../../test/limits/limits-fixture.ts';
import { defaultQueryLimits } from './query-limits.ts';
import { bombOf, times } from '../../test/limits/query-samples.ts';
import { queryShapeRule } from './query-shape-rule.ts';

describe('the rule of the shape of a query', () => {
  it('is that of each operation by itself', () => {
    const query = `
      query A { a: viewer { ...V } }
      query B { b: viewer { ...V } c: viewer { id } }
      fragment V on Viewer { x: id }`;
    const errors = validate(schema, parse(query), [queryShapeRule(limited({ aliases: 2 }))]);
    expect(errors.map(({ message, locations }) => [message, locations?.[0]?.line])).toEqual([
      ['The query has 3 aliases; at most 2 are allowed.', 3],
    ]);
  });

  it('says what is allowed and what was found', () => {
    const query = '{ a: viewer @skip(if: false) { customer { id } } b: viewer @skip(if: false) { id } }';
    const limits = limited({ depth: 2, aliases: 1, rootFields: 1, directives: 1 });
    const errors = validate(schema, parse(query), [queryShapeRule(limits)]);
    expect(errors.map(({ message }) => message)).toEqual([
      'The query is 3 levels deep; at most 2 are allowed.',
      'The query has 2 aliases; at most 1 are allowed.',
      'The query has 2 fields at its root; at most 1 are allowed.',
      'The query has 2 directives; at most 1 are allowed.',
    ]);
  });

  it('is refused once for each limit that it breaks', () => {
    expect(
      shapeRefusals('{ a: viewer { customer { id } } b: viewer { id } }', { depth: 2, aliases: 1, rootFields: 1 }),
    ).toEqual([
      refusal({ limit: 'depth', allowed: 2, found: 3 }),
      refusal({ limit: 'aliases', allowed: 1, found: 2 }),
      refusal({ limit: 'rootFields', allowed: 1, found: 2 }),
    ]);
  });

  it('is held against the limits of the moment', () => {
    let limits = defaultQueryLimits;
    const rules = [queryShapeRule(() => limits)];
    const document = parse('{ viewer { id } }');
    expect(validate(schema, document, rules)).toEqual([]);
    limits = { ...limits, depth: 1 };
    expect(validate(schema, document, rules)).toHaveLength(1);
  });

  it('counts no further than a number can tell', () => {
    expect(shapeRefusals(bombOf(1100, 'a: viewer { id }'), {})).toEqual([
      refusal({ limit: 'aliases', allowed: 30, found: Number.MAX_SAFE_INTEGER }),
      refusal({ limit: 'rootFields', allowed: 10, found: Number.MAX_SAFE_INTEGER }),
    ]);
  });

  it.each([
    [
      'a fragment within itself',
      '{ ...A } fragment A on Query { viewer { id } ...A }',
      'Cannot spread fragment "A" within itself.',
    ],
    [
      'fragments within each other',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'Cannot spread fragment "A" within itself via "B".',
    ],
    ['an unknown fragment', '{ ...Nowhere }', 'Unknown fragment "Nowhere".'],
    ['an unknown field', '{ a: constructor { b: __proto__ } }', 'Cannot query field "constructor" on type "Query".'],
    ['an unknown type', '{ ... on Qwertz { id } }', 'Unknown type "Qwertz"'],
    ['an unknown directive', '{ viewer { id @nothing } }', 'Unknown directive "@nothing".'],
    ['no operation', 'fragment A on Query { viewer { id } }', 'Fragment "A" is never used.'],
    ['a type', 'type A { b: Int }', 'The "A" definition is not executable.'],
  ])("leaves %s to graphql-js' own rules", (_what, query, message) => {
    const errors = validate(schema, parse(query), [...specifiedRules, queryShapeRule(limited({}))]);
    expect(errors.map((error) => error.message).join('\n')).toContain(message);
    expect(shapeRefusals(query, {})).toEqual([]);
  });

  it('is told even of a document in which more is wrong than graphql-js reports', () => {
    const query = `{ ${times(200, (index) => `wrong${index}`)} }`;
    const errors = validate(schema, parse(query), [...specifiedRules, queryShapeRule(limited({}))]);
    expect(errors.at(-1)?.message).toMatch('Too many validation errors');
    expect(errors[0]?.extensions).toEqual(refusal({ limit: 'rootFields', allowed: 10, found: 200 }));
  });
});
