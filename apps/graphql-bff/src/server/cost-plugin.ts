import type { ApolloServerPlugin } from '@apollo/server';
import type { Tunable } from '@bff/resilience';
import { checkCost } from '../limits/check-cost.ts';
import type { QueryLimits } from '../limits/query-limits.ts';
import type { GraphQLContext } from '../operation/operation.ts';

/** Refuses an operation that would cost too much with these variables, before anything is executed. */
export const costPlugin = (limits: Tunable<QueryLimits>): ApolloServerPlugin<GraphQLContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operationName, request: { variables = {} } }) {
        checkCost({ schema, document, operationName, variables, limits: limits() });
      },
    };
  },
});
