import { globSync } from 'node:fs';
import path from 'node:path';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { readClientDocuments } from './client-documents.ts';
import { type CodegenSettings, readSettings } from './codegen-settings.ts';
import { readSchema } from './read-schema.ts';

/** An app with a GraphQL schema, and the files that are made from it. */
export interface SchemaApp {
  /** `graphql-bff`. */
  readonly name: string;
  /** Its folder, from the workspace root like every path here. */
  readonly dir: string;
  readonly schema: GraphQLSchema;
  readonly settings: CodegenSettings;
  /** What its tests ask as a front-end would. May be empty. */
  readonly clientDocuments: DocumentNode;
}

/** Every app with `src/schema/*.graphql`. */
export function loadSchemaApps(root: string): readonly SchemaApp[] {
  const files = filesLike(root, 'apps/*/src/schema/*.graphql');
  const dirs = [...new Set(files.map((file) => path.posix.join(file, '../../..')))];
  return dirs.map((dir) => loadSchemaApp(root, dir));
}

function loadSchemaApp(root: string, dir: string): SchemaApp {
  const name = path.posix.basename(dir);
  const schema = readSchema(root, name, filesLike(root, `${dir}/src/schema/*.graphql`));
  return {
    name,
    dir,
    schema,
    settings: readSettings(root, `${dir}/codegen.json`, schema),
    clientDocuments: readClientDocuments(root, filesLike(root, `${dir}/test/client/*.graphql`)),
  };
}

const filesLike = (root: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted();
