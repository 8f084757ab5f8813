import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { etagOf, namesTag } from '@bff/bff-http';
import { type AnswerOptions, answerOf } from '../operation/operation-answer.ts';
import { type GraphQLContext, draftType } from '../operation/operation.ts';
import { logDefects } from './log-defects.ts';

/** Gives every answer its status, its headers, its section errors and `extensions.bff`. */
export const answerPlugin = (options: AnswerOptions): ApolloServerPlugin<GraphQLContext> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { operation } }) {
        logDefects(errors, operation.log);
      },
      async willSendResponse(context) {
        answer(context, options);
      },
    };
  },
  // Apollo's own pipeline, or one of our plugins, threw. Apollo says so in one line without the reason.
  async unexpectedErrorProcessingRequest({ requestContext, error }) {
    requestContext.contextValue.operation.log.error({ err: error }, 'an operation failed by a defect of ours');
  },
});

function answer(
  { response, request, contextValue: { operation } }: GraphQLRequestContextWillSendResponse<GraphQLContext>,
  options: AnswerOptions,
): void {
  // Nothing is deferred or streamed: the schema has no directive for it.
  if (response.body.kind !== 'single') return;
  const { result, status, headers, outcome } = answerOf(operation, response.body.singleResult, options);
  const { http } = response;
  response.body.singleResult = result;
  if (status !== undefined) http.status = status;
  for (const [name, value] of Object.entries(headers)) http.headers.set(name.toLowerCase(), value);
  if (outcome) operation.ended(outcome);
  if (result.data === undefined) {
    // What has no data says so by its type even to a client that takes plain JSON (GraphQL over HTTP, "Body").
    http.headers.set('content-type', draftType);
    const code = result.errors?.[0]?.extensions?.['code'];
    if (typeof code === 'string') operation.noteCode(code);
  } else if (request.http?.method === 'GET' && headers['Cache-Control'] !== 'no-store') {
    const etag = etagOf(JSON.stringify(result.data));
    http.headers.set('etag', etag);
    // Express sends no body with it.
    if (namesTag(operation.ifNoneMatch, etag)) http.status = 304;
  }
}
