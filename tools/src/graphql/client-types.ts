import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { type DocumentNode, type GraphQLSchema, parse, printSchema } from 'graphql';
import type { CodegenSettings } from './codegen-settings.ts';

/** What operations take and answer, and the operations themselves with those types, as TypeScript. */
export function clientTypes(
  schema: GraphQLSchema,
  document: DocumentNode,
  { scalars }: CodegenSettings,
): Promise<string> {
  return codegen({
    filename: 'generated.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [{ document }],
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
    config: { scalars, strictScalars: true, immutableTypes: true, useTypeImports: true },
  });
}
