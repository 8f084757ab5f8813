import type { HttpProblem } from '@bff/errors';
import { internalError } from '@bff/service-shell';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { tokenLimitError } from '../limits/token-limit.ts';

/**
 * The HTTP status of a request error: an answer without `data` (GraphQL over HTTP, "Status Codes"). What the limits refuse
 * is 400, and so is what cannot be parsed; what can be read but is no valid operation of this schema is 422.
 */
const statusByCode: Readonly<Record<string, number>> = {
  BAD_REQUEST: 422,
  BAD_USER_INPUT: 422,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 422,
  OPERATION_RESOLUTION_FAILURE: 422,
  OPERATION_NOT_TRUSTED: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  QUERY_REFUSED: 400,
  INTERNAL_ERROR: 500,
};

/** Undefined for a code that says nothing of its status. */
export const statusOf = ({ extensions }: GraphQLFormattedError): number | undefined =>
  statusByCode[String(extensions?.['code'])];

/**
 * What a client is told of an error, whatever was thrown. What nobody meant to tell is `INTERNAL_ERROR` with a fixed text;
 * the log has the rest.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refused = error instanceof GraphQLError ? tokenLimitError(error) : undefined;
  if (refused) return { ...refused.toJSON() };
  const own = error instanceof GraphQLError ? codeOf(error.originalError) : undefined;
  // Apollo puts its own code over that of our validation rules.
  if (own === 'QUERY_REFUSED') return { ...formatted, extensions: { ...formatted.extensions, code: own } };
  if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR')
    return { ...formatted, message: cut(formatted.message) };
  // Null where the argument takes none: valid by the type of the variable, and found when the field is executed.
  if (error instanceof GraphQLError && isOfVariables(error)) {
    return { ...formatted, message: cut(formatted.message), extensions: { code: 'BAD_USER_INPUT' } };
  }
  // A hash that is not that of the query, say: Apollo gives it a status, but no code.
  if (error instanceof GraphQLError && isOfTheRequest(error)) {
    return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_REQUEST' } };
  }
  const { message, extensions } = errorOf(internalError());
  const { path, locations } = formatted;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** Whether a variable's value is at fault. */
export const isOfVariables = ({ nodes }: GraphQLError): boolean => nodes?.[0]?.kind === Kind.VARIABLE;

const longestMessage = 500;

/** graphql-js repeats the whole value that it refuses. The reason stands at the end. */
const cut = (message: string): string =>
  message.length <= longestMessage
    ? message
    : `${message.slice(0, longestMessage / 2)} … ${message.slice(-longestMessage / 2)}`;

const isOfTheRequest = ({ extensions: { http } }: GraphQLError): boolean =>
  typeof http === 'object' && http !== null && 'status' in http && http.status === 400;

const codeOf = (error: unknown): unknown => (error instanceof GraphQLError ? error.extensions['code'] : undefined);

/** A problem as an error of a GraphQL response. */
export function errorOf({
  details,
}: Pick<HttpProblem, 'details'>): GraphQLFormattedError & { readonly extensions: Record<string, unknown> } {
  const { code, title, detail, retryable, retryAfterMs, errors } = details;
  return {
    message: detail ?? title,
    extensions: {
      code,
      ...(retryable !== undefined && { retryable }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(errors && { errors: errors.map(({ field, reason }) => ({ field, reason })) }),
    },
  };
}
