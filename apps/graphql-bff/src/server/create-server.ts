import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@bff/observability';
import type { Tunable } from '@bff/resilience';
import type { DocumentNode } from 'graphql';
import type { QueryLimits } from '../limits/query-limits.ts';
import { queryShapeRule } from '../limits/query-shape-rule.ts';
import { parseOptions } from '../limits/token-limit.ts';
import type { AnswerOptions } from '../operation/operation-answer.ts';
import type { GraphQLContext } from '../operation/operation.ts';
import { formatError } from '../operation/request-error.ts';
import type { PersistedOperations } from '../persisted/persisted-operations.ts';
import { resolvers } from '../resolvers/resolvers.ts';
import { answerPlugin } from './answer-plugin.ts';
import { costPlugin } from './cost-plugin.ts';
import { documentStore } from './document-store.ts';
import { operationTypeRule } from './operation-type-rule.ts';

export interface ServerOptions {
  readonly typeDefs: DocumentNode;
  readonly logger: Logger;
  readonly limits: Tunable<QueryLimits>;
  readonly introspection: boolean;
  readonly persistedQueries: PersistedOperations['options'];
  readonly answers: AnswerOptions;
}

/**
 * What must not be on, whatever stands in the environment: Apollo's page comes from the internet, its reports go there,
 * and its cache headers know nothing of sections.
 */
const switchedOff = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Apollo Server with this app's schema. */
export async function createServer(options: ServerOptions): Promise<ApolloServer<GraphQLContext>> {
  const { typeDefs, logger, limits, introspection, persistedQueries, answers } = options;
  const plugins: ApolloServerPlugin<GraphQLContext>[] = [
    ...switchedOff,
    costPlugin(limits),
    // The last one: what it puts together is what is sent.
    answerPlugin(answers),
  ];
  const server = new ApolloServer<GraphQLContext>({
    typeDefs,
    resolvers,
    logger: apolloLogger(logger),
    introspection,
    // "Did you mean …" tells the schema to who may not ask for it.
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    formatError,
    validationRules: [queryShapeRule(limits), operationTypeRule],
    parseOptions: parseOptions(limits),
    documentStore: documentStore(limits),
    // A document full of errors is told the first few, and costs no more than those.
    validationOptions: { maxErrors: 10 },
    allowBatchedHttpRequests: false,
    // A page of another origin cannot send an Authorization header without asking first, and nothing is answered without.
    csrfPrevention: { requestHeaders: ['authorization', 'x-apollo-operation-name', 'apollo-require-preflight'] },
    persistedQueries,
    plugins,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
  });
  await server.start();
  return server;
}

/** Apollo's own words are few, and about its own defects. */
const apolloLogger = (logger: Logger) => {
  const log = logger.child({ part: 'apollo' });
  return {
    debug: (message: unknown) => log.debug(String(message)),
    info: (message: unknown) => log.info(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown) => log.error(String(message)),
  };
};
