import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, GraphQLError, Source, parse } from 'graphql';
import { BadInterface } from '../interface/bad-interface.ts';

/**
 * The GraphQL in a file of the workspace.
 * @throws {BadInterface} when it cannot be read
 */
export function readDocument(root: string, file: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(path.join(root, file), 'utf8'), file));
  } catch (error) {
    if (error instanceof GraphQLError) throw new BadInterface(placed(error), { cause: error });
    throw error;
  }
}

/** `apps/shop-bff/src/schema/order.graphql:12: Unknown type "Ordr".` */
export function placed({ message, source, locations }: GraphQLError): string {
  const [first] = locations ?? [];
  return source && first ? `${source.name}:${first.line}: ${message}` : message;
}
