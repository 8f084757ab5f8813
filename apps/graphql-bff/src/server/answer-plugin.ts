import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { PageObserver } from '@bff/aggregation';
import { etagOf } from '@bff/bff-http';
import type { Logger } from '@bff/observability';
import type { GraphQLError } from 'graphql';
import { type AnswerOptions, answerOf } from '../operation/operation-answer.ts';
import { type GraphQLContext, type MediaType, pageName } from '../operation/operation.ts';

export interface AnswerPluginOptions extends AnswerOptions {
  readonly observer: PageObserver;
}

const draftType: MediaType = 'application/graphql-response+json';

/** Gives every answer its status, its headers, its section errors and `extensions.bff`. */
export const answerPlugin = ({ observer, ...options }: AnswerPluginOptions): ApolloServerPlugin<GraphQLContext> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { operation } }) {
        for (const error of errors) logDefect(error, operation.log);
      },
      async willSendResponse(context) {
        answer(context, options, observer);
      },
    };
  },
});

function answer(
  { response, request, contextValue: { operation } }: GraphQLRequestContextWillSendResponse<GraphQLContext>,
  options: AnswerOptions,
  observer: PageObserver,
): void {
  // Nothing is deferred or streamed: the schema has no directive for it.
  if (response.body.kind !== 'single') return;
  const { result, status, headers, outcome } = answerOf(operation, response.body.singleResult, options);
  response.body.singleResult = result;
  if (status !== undefined) response.http.status = status;
  for (const [name, value] of Object.entries(headers)) response.http.headers.set(name.toLowerCase(), value);
  // What has no data says so by its type even to a client that takes plain JSON (GraphQL over HTTP, "Body").
  if (result.data === undefined) response.http.headers.set('content-type', `${draftType}; charset=utf-8`);
  const whole = result.data !== undefined && headers['Cache-Control'] !== 'no-store';
  if (whole && request.http?.method === 'GET') {
    // Express answers 304 to a client that has this data already.
    response.http.headers.set('etag', etagOf(JSON.stringify(result.data)));
  }
  if (outcome) observer.pageEnded?.({ page: pageName, outcome });
}

/** What nobody meant to tell a client is a defect of ours: somebody should look at it. */
function logDefect(error: GraphQLError, log: Logger): void {
  const { originalError } = error;
  if (error.extensions['code'] !== undefined) return;
  // A query that does not fit the schema, and the like.
  if (originalError === undefined && error.path === undefined) return;
  log.error({ err: originalError ?? error, path: error.path?.join('.') }, 'a resolver failed by a defect of ours');
}
