import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphQLContext } from '../operation/operation.ts';

/** Refuses every operation whose text is not among the documents, before anything is executed. */
export const trustedOnly = (documents: ReadonlyMap<string, string>): ApolloServerPlugin<GraphQLContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ queryHash }) {
        if (documents.has(queryHash)) return;
        throw new GraphQLError('Only operations that have been registered are taken here.', {
          extensions: { code: 'OPERATION_NOT_TRUSTED' },
        });
      },
    };
  },
});
