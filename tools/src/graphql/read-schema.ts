import { types } from 'node:util';
import { type GraphQLSchema, buildASTSchema, concatAST, lexicographicSortSchema, validateSchema } from 'graphql';
import { BadInterface } from '../interface/bad-interface.ts';
import { placed, readDocument } from './read-document.ts';
import { partsOf } from './schema-parts.ts';

/**
 * The schema that an app's files make together, sorted by name, so that moving a definition changes nothing.
 * @throws {BadInterface} when they make none, or when a part of it has no description
 */
export function readSchema(root: string, app: string, files: readonly string[]): GraphQLSchema {
  const schema = built(root, app, files);
  const errors = validateSchema(schema);
  if (errors.length > 0) throw notValid(app, errors.map(placed).join('\n'));
  const sorted = lexicographicSortSchema(schema);
  const undescribed = partsOf(sorted).filter(({ description }) => !description?.trim());
  if (undescribed.length === 0) return sorted;
  const names = undescribed.map(({ where }) => where);
  throw new BadInterface([`the schema of ${app} has no description of:`, ...names].join('\n  - '));
}

function built(root: string, app: string, files: readonly string[]): GraphQLSchema {
  const document = concatAST(files.map((file) => readDocument(root, file)));
  try {
    return buildASTSchema(document);
  } catch (error) {
    // Plain errors, of what the definitions say of one another.
    if (types.isNativeError(error)) throw notValid(app, error.message);
    throw error;
  }
}

const notValid = (app: string, why: string) => new BadInterface(`the schema of ${app} is not valid: ${why}`);
