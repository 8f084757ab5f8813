import {
  GraphQLError,
  type GraphQLSchema,
  buildASTSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { loadSchema } from '../../src/server/load-schema.ts';
import { checkCost } from '../../src/limits/check-cost.ts';
import { fragmentsOf } from '../../src/limits/fragments.ts';
import { costOf } from '../../src/limits/query-cost.ts';
import { type QueryLimits, defaultQueryLimits } from '../../src/limits/query-limits.ts';
import { queryShapeRule } from '../../src/limits/query-shape-rule.ts';
import { parseOptions, tokenLimitError } from '../../src/limits/token-limit.ts';

export const schema = buildASTSchema(loadSchema());

/** The error that is thrown, as a value. What is no error of GraphQL stays thrown. */
export function errorOf(act: () => unknown): GraphQLError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

export const limited = (limits: Partial<QueryLimits>) => (): QueryLimits => ({ ...defaultQueryLimits, ...limits });

export interface ShapeRefusal {
  readonly limit: 'depth' | 'aliases' | 'rootFields' | 'directives';
  readonly allowed: number;
  readonly found: number;
}

/** What our own rule reports of a document, whatever else is wrong with it. */
export const shapeRefusals = (query: string, limits: Partial<QueryLimits>) =>
  validate(schema, parse(query), [queryShapeRule(limited(limits))]).map(({ extensions }) => extensions);

export const refusal = (excess: ShapeRefusal) => ({ code: 'QUERY_REFUSED', ...excess });

/** What an operation costs, whether or not it is valid. */
export function costIn(of: GraphQLSchema, query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  return costOf({ schema: of, operation, findFragment: fragmentsOf(document), variables });
}

export interface Verdict {
  /** The limits that the query breaks. */
  readonly limits: readonly unknown[];
  /** What graphql-js itself finds wrong with it. */
  readonly others: readonly string[];
}

export const passes: Verdict = { limits: [], others: [] };

/** What becomes of a query on its way to being executed, under the limits as they ship. */
export function judge(query: string, variables: Record<string, unknown> = {}): Verdict {
  const errors = errorsOf(query, variables);
  const isOurs = ({ extensions }: GraphQLError): boolean => extensions['code'] === 'QUERY_REFUSED';
  return {
    limits: errors.filter(isOurs).map(({ extensions }) => extensions['limit']),
    others: errors.filter((error) => !isOurs(error)).map(({ message }) => message),
  };
}

function errorsOf(query: string, variables: Record<string, unknown>): readonly GraphQLError[] {
  const limits = limited({});
  const parsing = errorOf(() => parse(query, parseOptions(limits)));
  if (parsing) return [tokenLimitError(parsing) ?? parsing];
  const document = parse(query);
  const errors = validate(schema, document, [...specifiedRules, queryShapeRule(limits)]);
  if (errors.length > 0) return errors;
  const refused = errorOf(() => checkCost({ schema, document, variables, limits: limits() }));
  return refused ? [refused] : [];
}
