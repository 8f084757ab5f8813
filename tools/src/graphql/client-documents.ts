import { type DocumentNode, type GraphQLSchema, concatAST, validate } from 'graphql';
import { BadInterface } from '../interface/bad-interface.ts';
import { placed, readDocument } from './read-document.ts';

/**
 * The operations and fragments of these files, which may use one another's.
 * @throws {BadInterface} when the schema could not answer them
 */
export function readClientDocuments(root: string, files: readonly string[], schema: GraphQLSchema): DocumentNode {
  const document = concatAST(files.map((file) => readDocument(root, file)));
  const errors = files.length === 0 ? [] : validate(schema, document);
  if (errors.length > 0) throw new BadInterface(errors.map(placed).join('\n'));
  return document;
}
