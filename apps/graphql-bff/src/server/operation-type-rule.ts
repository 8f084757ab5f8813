import { GraphQLError, type ValidationRule } from 'graphql';

/** Reports an operation of a kind that the schema has not. graphql-js finds that out only when it executes it. */
export const operationTypeRule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`There is no ${node.operation} here, only queries.`, { nodes: node }));
  },
});
