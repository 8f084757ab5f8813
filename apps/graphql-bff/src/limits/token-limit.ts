import type { GraphQLError, ParseOptions } from 'graphql';
import type { Tunable } from '@bff/resilience';
import type { QueryLimits } from './query-limits.ts';
import { QueryRefused } from './query-refused.ts';

/**
 * Options for graphql-js' parser, which stops at the first token too many. Apollo takes them once, and hands them to the
 * parser at each document; so the limit is looked up then.
 */
export const parseOptions = (limits: Tunable<QueryLimits>): ParseOptions => ({
  get maxLexicalTokens() {
    return limits().tokens;
  },
});

/** From the start: a query could hold the words as a string that the parser did not expect. */
const tooManyTokens = /^Syntax Error: Document contains more tha[nt] (\d+) tokens\./;

/** The refusal that a syntax error of the parser stands for, also as Apollo wraps it; undefined for any other error. */
export function tokenLimitError({ message, source, positions }: GraphQLError): QueryRefused | undefined {
  const allowed = tooManyTokens.exec(message)?.[1];
  if (allowed === undefined) return undefined;
  return new QueryRefused({ limit: 'tokens', allowed: Number(allowed) }, { source, positions });
}
