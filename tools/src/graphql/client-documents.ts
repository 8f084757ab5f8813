import { type DocumentNode, type GraphQLSchema, concatAST, validate } from 'graphql';
import { BadInterface } from '../interface/bad-interface.ts';
import type { Change } from '../interface/change.ts';
import { changeLines } from '../interface/report.ts';
import { placed, readDocument } from './read-document.ts';

/** The operations and fragments of these files, which may use one another's. */
export const readClientDocuments = (root: string, files: readonly string[]): DocumentNode =>
  concatAST(files.map((file) => readDocument(root, file)));

/**
 * @throws {BadInterface} when the schema could not answer the operations: what it says of them, and what has changed in the
 *   schema, by which somebody will want to judge it
 */
export function refuseUnanswerable(documents: DocumentNode, schema: GraphQLSchema, changes: readonly Change[]): void {
  const errors = documents.definitions.length === 0 ? [] : validate(schema, documents);
  if (errors.length > 0) throw new BadInterface([...errors.map(placed), ...changeLines(changes)].join('\n'));
}
