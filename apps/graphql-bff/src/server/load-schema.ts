import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, concatAST, parse } from 'graphql';

/** Of the sources; and in a built app, beside the one file that it is. */
const folders = ['../schema', 'schema'].map((folder) => join(import.meta.dirname, folder));

/** The schema, from its files. */
export function loadSchema(): DocumentNode {
  const folder = folders.find((each) => existsSync(join(each, 'query.graphql')));
  if (folder === undefined) throw new Error('the schema files are not there');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return concatAST(files.toSorted().map((file) => parse(readFileSync(join(folder, file), 'utf8'))));
}
