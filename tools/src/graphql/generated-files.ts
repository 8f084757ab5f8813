import { printSchema } from 'graphql';
import { formatted } from '../interface/formatted.ts';
import { clientTypes } from './client-types.ts';
import { resolverTypes } from './resolver-types.ts';
import type { SchemaApp } from './schema-app.ts';

/** A file that is made from an app's schema. */
export interface GeneratedFile {
  /** From the workspace root. */
  readonly file: string;
  readonly text: string;
}

/** The whole schema in one file, for people and for comparing. */
export const snapshot = ({ dir, schema }: SchemaApp): Promise<GeneratedFile> =>
  generated(`${dir}/schema.graphql`, `# ${madeFrom(`${dir}/src/schema`)}\n\n${printSchema(schema)}`);

export const resolverTypesFile = async ({ dir, schema, settings }: SchemaApp): Promise<GeneratedFile> =>
  generated(
    `${dir}/src/generated/resolver-types.ts`,
    // The generator's own types have an `any` here and there, none where a resolver's value passes.
    `// ${madeFrom(`${dir}/src/schema`)}\n/* oxlint-disable typescript/no-explicit-any */\n\n${await resolverTypes(schema, settings)}`,
  );

/** None when the app's tests bring no documents. */
export async function clientTypesFile(app: SchemaApp): Promise<GeneratedFile | undefined> {
  if (app.clientDocuments.definitions.length === 0) return undefined;
  const dir = `${app.dir}/test/client`;
  return generated(
    `${dir}/generated.ts`,
    `// ${madeFrom(`${dir}/*.graphql`)}\n\n${await clientTypes(app.schema, app.clientDocuments, app.settings)}`,
  );
}

const madeFrom = (source: string) => `Made from ${source} by: npm run graphql -- write`;

const generated = async (file: string, text: string): Promise<GeneratedFile> => ({
  file,
  text: await formatted(file, text),
});
