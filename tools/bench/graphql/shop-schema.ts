import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../../apps/graphql-bff/src/schema');

/** The schema of graphql-bff, as the text that every GraphQL server takes. */
export const typeDefs: string = readdirSync(folder)
  .toSorted()
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');
