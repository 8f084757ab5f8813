import { parse } from 'graphql';
import { checkCost } from './check-cost.ts';
import { errorOf, schema } from '../../test/limits/limits-fixture.ts';

const document = parse(`
  query Few { orders(first: 4) { nodes { id } } }
  query Many($n: PageSize!) { orders(first: $n) { nodes { id } } }
`);

const check = (cost: number, asked: { operationName?: string | null; variables?: Record<string, unknown> | null }) =>
  errorOf(() => checkCost({ schema, document, limits: { cost }, ...asked }));

describe('the check of the cost', () => {
  it('lets an operation through at the limit', () => {
    expect(check(11, { operationName: 'Many', variables: { n: 10 } })).toBeUndefined();
  });

  it('refuses it above, and says why', () => {
    expect(check(10, { operationName: 'Many', variables: { n: 10 } })).toMatchObject({
      message: 'The query asks for about 11 objects; at most 10 are allowed.',
      extensions: { code: 'QUERY_REFUSED', limit: 'cost', allowed: 10, found: 11 },
      locations: [{ line: 3, column: 3 }],
    });
  });

  it('looks at no other operation of the document', () => {
    expect(check(5, { operationName: 'Few', variables: { n: 50 } })).toBeUndefined();
    expect(check(4, { operationName: 'Few' })).toMatchObject({ extensions: { found: 5 } });
  });

  it('takes the default size without variables', () => {
    expect(check(20, { operationName: 'Many', variables: null })).toMatchObject({ extensions: { found: 21 } });
    expect(check(20, { operationName: 'Many' })).toMatchObject({ extensions: { found: 21 } });
  });

  it.each([['Nowhere'], [null], ['']])(
    'leaves an operation called %p, which there is not, to Apollo',
    (operationName) => {
      expect(check(1, { operationName })).toBeUndefined();
    },
  );
});
