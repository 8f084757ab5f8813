import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { z } from 'zod';
import { BadInterface } from '../interface/bad-interface.ts';

/** A type of another module, which is imported just as it is written here. */
const importedType = z
  .string()
  .regex(/^([^.#][^#]*|\.[^#]*\.ts)#\w+$/, 'must be like "@bff/contracts#Order" or "../page.ts#Page"');

/** By GraphQL name. */
const importedTypes = z.record(z.string(), importedType).default({});

/** What an app says in its `codegen.json`, in the words of GraphQL Code Generator. Paths are from `src/generated`. */
const settingsSchema = z.strictObject({
  /** What each scalar is in TypeScript, for resolvers and clients alike. None may be left out. */
  scalars: z.record(z.string(), z.string()).default({}),
  /** The third argument of every resolver. */
  contextType: importedType,
  /** For enums whose values resolvers know by other words than the schema's. */
  enumValues: importedTypes,
  /** What resolvers have in hand for a type. Where none is given, it is an object with every field of the type. */
  mappers: importedTypes,
});

export type CodegenSettings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings for a schema.
 * @throws {BadInterface} when they are not there, are of another form, or do not fit the schema
 */
export function readSettings(root: string, file: string, schema: GraphQLSchema): CodegenSettings {
  if (!existsSync(path.join(root, file))) throw new BadInterface(`${file} is not there`);
  const { success, data, error } = settingsSchema.safeParse(parsed(file, readFileSync(path.join(root, file), 'utf8')));
  if (!success) throw new BadInterface(`${file}: ${z.prettifyError(error)}`);
  const unknown = [data.scalars, data.enumValues, data.mappers]
    .flatMap((types) => Object.keys(types))
    .filter((name) => !schema.getType(name));
  if (unknown.length > 0) throw new BadInterface(`${file} names what the schema does not have: ${unknown.join(', ')}`);
  const missing = Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !(type.name in data.scalars))
    .map(({ name }) => name);
  if (missing.length > 0) throw new BadInterface(`${file} says no TypeScript type for: ${missing.join(', ')}`);
  return data;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInterface(`${file} is not JSON`, { cause });
  }
}
