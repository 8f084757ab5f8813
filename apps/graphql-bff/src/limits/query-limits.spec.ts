import { getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import { fragmentsOf } from './fragments.ts';
import { costIn, judge, passes, schema } from '../../test/limits/limits-fixture.ts';
import { introspection, orderList, orderPage, wholeOrderList } from '../../test/limits/query-samples.ts';
import { type QueryLimits, defaultQueryLimits, queryLimitsSchema } from './query-limits.ts';
import { ShapeOfDocument } from './query-shape.ts';

const inEarnest: [string, string, Record<string, unknown>][] = [
  ['a whole order page', orderPage, { id: 'ord_00001', signedIn: true }],
  ['fifty orders with customer, payment, products and stock', orderList, { first: 50 }],
  ['fifty orders with all there is', wholeOrderList, {}],
  ['introspection', introspection, {}],
];

function measure(query: string, variables: Record<string, unknown>): Record<string, number> {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  const shape = new ShapeOfDocument(fragmentsOf(document)).of(operation);
  return { tokens: document.tokenCount ?? 0, ...shape, cost: costIn(schema, query, variables) };
}

describe('the limits of a query', () => {
  it('have a default each', () => {
    expect(defaultQueryLimits).toEqual({
      tokens: 800,
      depth: 20,
      aliases: 30,
      rootFields: 10,
      directives: 30,
      cost: 5000,
    });
  });

  it.each([
    ['a misspelt one', { maxDepth: 5 }],
    ['none at all', { depth: 0 }],
    ['half a level', { depth: 2.5 }],
    ['a text', { cost: '5000' }],
    ['more tokens than can be validated in any time', { tokens: 100_000 }],
  ])('refuse %s', (_what, given) => {
    expect(queryLimitsSchema.safeParse(given).success).toBe(false);
  });

  it('say what each of them does', () => {
    const { properties } = z.toJSONSchema(queryLimitsSchema);
    expect(Object.keys(properties ?? {})).toEqual(Object.keys(defaultQueryLimits));
    for (const property of Object.values(properties ?? {})) expect(property).toHaveProperty('description');
  });

  it.each(inEarnest)('let through %s', (_what, query, variables) => {
    expect(judge(query, variables)).toEqual(passes);
  });

  it.each(inEarnest)('leave room to spare for %s', (_what, query, variables) => {
    const measured = Object.entries(measure(query, variables));
    expect(measured.map(([limit]) => limit).toSorted()).toEqual(Object.keys(defaultQueryLimits).toSorted());
    const short = measured.filter(([limit, found]) => found > 0.8 * defaultQueryLimits[limit as keyof QueryLimits]);
    expect(short).toEqual([]);
  });
});
