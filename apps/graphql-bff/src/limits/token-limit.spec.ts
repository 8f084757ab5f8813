import { GraphQLError, parse, validate } from 'graphql';
import { errorOf, limited, schema } from '../../test/limits/limits-fixture.ts';
import { parseOptions, tokenLimitError } from './token-limit.ts';

const fiveTokens = '{ viewer { id';

function parsing(query: string, tokens: number): GraphQLError | undefined {
  return errorOf(() => parse(query, parseOptions(limited({ tokens }))));
}

describe('the limit of tokens', () => {
  it('lets a document through that has as many', () => {
    expect(parsing(`${fiveTokens} } }`, 6)).toBeUndefined();
  });

  it('refuses one that has more', () => {
    const error = parsing(`${fiveTokens} } }`, 5);
    expect(error && tokenLimitError(error)).toMatchObject({
      message: 'The query has more tokens than the 5 that are allowed.',
      extensions: { code: 'QUERY_REFUSED', limit: 'tokens', allowed: 5 },
      locations: [{ line: 1, column: 17 }],
    });
  });

  it('is that of the moment', () => {
    let tokens = 6;
    const options = parseOptions(() => limited({ tokens })());
    const parseNow = () => errorOf(() => parse(`${fiveTokens} } }`, options));
    expect(parseNow()).toBeUndefined();
    tokens = 5;
    expect(parseNow()).toBeInstanceOf(GraphQLError);
  });

  it.each([
    ['another syntax error', errorOf(() => parse(fiveTokens))],
    [
      'a syntax error that quotes the query',
      errorOf(() => parse('{ "Syntax Error: Document contains more that 5 tokens." }')),
    ],
    ['an error of validation', validate(schema, parse('{ a }'))[0]],
    ['an error with the words in it', new GraphQLError('Document contains more that 5 tokens. Parsing aborted.')],
  ])('is not held to be the reason for %s', (_what, error) => {
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error && tokenLimitError(error)).toBeUndefined();
  });
});
