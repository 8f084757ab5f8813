import type { Logger } from '@bff/observability';
import type { GraphQLError } from 'graphql';
import { isOfVariables } from '../operation/request-error.ts';

/** So that one request cannot fill the log: the fields of a query are many, and so are the items of a list. */
const mostLines = 5;

/**
 * Writes what nobody meant to tell a client, which is a defect of ours: one line for each field and message, however many
 * items of a list it is about.
 */
export function logDefects(errors: readonly GraphQLError[], log: Logger): void {
  const told = new Set<string>();
  for (const error of errors) {
    if (!isDefect(error)) continue;
    const path = error.path?.filter((key) => typeof key === 'string').join('.');
    const kind = `${path} ${error.message}`;
    if (told.has(kind) || told.size === mostLines) continue;
    told.add(kind);
    log.error({ err: error.originalError ?? error, path }, 'a resolver failed by a defect of ours');
  }
}

/** Not a query that does not fit the schema, or a variable that does not fit its argument, and the like. */
const isDefect = (error: GraphQLError): boolean =>
  error.extensions['code'] === undefined &&
  !isOfVariables(error) &&
  (error.originalError !== undefined || error.path !== undefined);
