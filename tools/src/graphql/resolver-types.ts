import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { type GraphQLSchema, parse, printSchema } from 'graphql';
import type { CodegenSettings } from './codegen-settings.ts';

/** The types that the resolvers of a schema have to have, as TypeScript. */
export async function resolverTypes(schema: GraphQLSchema, settings: CodegenSettings): Promise<string> {
  const types = await codegen({
    filename: 'resolver-types.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [],
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      ...settings,
      strictScalars: true,
      enumsAsTypes: true,
      immutableTypes: true,
      useTypeImports: true,
      maybeValue: 'T | null',
      inputMaybeValue: 'T | null | undefined',
      // `Order` is the type of the schema, `OrderModel` what resolvers have in hand for it.
      mapperTypeSuffix: 'Model',
    },
  });
  return corrected(types);
}

const corrected = (types: string): string =>
  types
    // Types of other modules are else exported as values, which Node and `verbatimModuleSyntax` refuse.
    .replaceAll(/^export \{/gm, 'export type {')
    // An enum value without its word is else found out when a client asks for it.
    .replace('{ [key in keyof T]?: AllowedValues }', '{ [key in keyof T]-?: AllowedValues }');
