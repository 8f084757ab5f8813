import { type GraphQLSchema, buildSchema } from 'graphql';
import { BadInterface } from '../interface/bad-interface.ts';
import { type ComparedApp, type Difference, compareFile } from '../interface/compared-app.ts';
import { refuseUnanswerable } from './client-documents.ts';
import { compareSchemas } from './compare/compare-schemas.ts';
import { clientTypesFile, resolverTypesFile, snapshot } from './generated-files.ts';
import type { SchemaApp } from './schema-app.ts';

/** Compares an app's schema with its committed files. */
export async function compareApp(root: string, app: SchemaApp): Promise<ComparedApp> {
  const { file, text } = await snapshot(app);
  const whole = compareFile(root, file, text, (committed) => compareSnapshot(app.schema, file, committed));
  refuseUnanswerable(app.clientDocuments, app.schema, whole.changes);
  const made = await Promise.all([resolverTypesFile(app), clientTypesFile(app)]);
  return {
    name: app.name,
    changelogFile: `${app.dir}/schema-changes.md`,
    files: [
      whole,
      ...made
        .filter((each) => each !== undefined)
        .map((each) =>
          compareFile(root, each.file, each.text, () => ({
            difference: 'is not what is made from the schema',
            changes: [],
          })),
        ),
    ],
  };
}

function compareSnapshot(schema: GraphQLSchema, file: string, committed: string): Difference {
  const changes = compareSchemas(built(file, committed), schema);
  if (changes.length > 0) return { difference: 'is not what the code gives', changes };
  return {
    difference: 'differs from the code in words only: descriptions, directives that stand in the schema',
    changes,
  };
}

function built(file: string, text: string): GraphQLSchema {
  try {
    return buildSchema(text);
  } catch (cause) {
    throw new BadInterface(`${file} is not a schema; it is written by: npm run graphql -- write`, { cause });
  }
}
