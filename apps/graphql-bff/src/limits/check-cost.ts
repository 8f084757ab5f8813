import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { fragmentsOf } from './fragments.ts';
import { costOf } from './query-cost.ts';
import type { QueryLimits } from './query-limits.ts';
import { QueryRefused } from './query-refused.ts';
import type { GivenVariables } from './requested-size.ts';

export interface CostCheck {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: GivenVariables | null | undefined;
  readonly limits: Pick<QueryLimits, 'cost'>;
}

/**
 * For each request, since the sizes of lists come from its variables. An operation that cannot be told (no such name)
 * passes: Apollo refuses it.
 *
 * @throws QueryRefused when the operation costs more than is allowed.
 */
export function checkCost({ schema, document, operationName, variables, limits }: CostCheck): void {
  const operation = getOperationAST(document, operationName);
  if (!operation) return;
  const found = costOf({ schema, operation, findFragment: fragmentsOf(document), variables: variables ?? {} });
  const allowed = limits.cost;
  if (found > allowed) throw new QueryRefused({ limit: 'cost', allowed, found }, { nodes: operation });
}
