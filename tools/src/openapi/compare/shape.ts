import { type JsonObject, isObject, listAt, objectAt } from './json.ts';

/** A schema as it is compared: references followed, `allOf` merged, and `null` told apart from the rest. */
export interface Shape {
  /** The component that it is, if it is one. */
  readonly name: string | undefined;
  readonly nullable: boolean;
  /** The alternatives besides `null`; empty for a schema that has none. */
  readonly alternatives: readonly JsonObject[];
  /** What is said of the value itself. */
  readonly keywords: JsonObject;
  /** Undefined when any type is allowed. */
  readonly types: readonly string[] | undefined;
  /** Undefined when the values are not listed. */
  readonly values: readonly unknown[] | undefined;
}

/** Reads a schema of a document. */
export function shapeOf(document: JsonObject, schema: unknown): Shape {
  const { name, target } = followed(document, schema);
  const merged = mergedAllOf(document, target);
  const given = [...listAt(merged, 'oneOf'), ...listAt(merged, 'anyOf')].filter(isObject);
  const alternatives = given.filter((each) => !isNull(each));
  const nullable = given.length > alternatives.length;
  const [only] = alternatives;
  if (only && alternatives.length === 1) {
    // `anyOf: [it, null]`: it is what matters, also its name.
    const inner = shapeOf(document, only);
    return { ...inner, nullable: nullable || inner.nullable };
  }
  const types = typesOf(merged);
  const values = valuesOf(merged);
  return {
    name,
    nullable: nullable || types?.includes('null') === true || values?.includes(null) === true,
    alternatives,
    keywords: merged,
    types: types?.filter((type) => type !== 'null'),
    values: values?.filter((value) => value !== null),
  };
}

const isNull = (schema: JsonObject): boolean => schema['type'] === 'null' || schema['const'] === null;

function followed(document: JsonObject, schema: unknown): { name: string | undefined; target: JsonObject } {
  if (!isObject(schema)) return { name: undefined, target: {} };
  const { $ref } = schema;
  if (typeof $ref !== 'string') return { name: undefined, target: schema };
  const name = $ref.split('/').at(-1) ?? $ref;
  const component = objectAt(objectAt(document, 'components'), 'schemas')[name];
  return { name, target: followed(document, component).target };
}

/** One object for all parts. Where two speak of the same thing, the later one counts: it is the one that narrows. */
function mergedAllOf(document: JsonObject, schema: JsonObject): JsonObject {
  const parts = listAt(schema, 'allOf').map((part) => mergedAllOf(document, followed(document, part).target));
  if (parts.length === 0) return schema;
  const { allOf: _, ...rest } = schema;
  return [...parts, rest].reduce((merged, part) => ({
    ...merged,
    ...part,
    properties: mergedProperties(objectAt(merged, 'properties'), objectAt(part, 'properties')),
    required: [...new Set([...listAt(merged, 'required'), ...listAt(part, 'required')])],
  }));
}

const mergedProperties = (first: JsonObject, second: JsonObject): JsonObject => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(second).map(([key, value]) => [key, key in first ? { allOf: [first[key], value] } : value]),
  ),
});

function typesOf({ type }: JsonObject): readonly string[] | undefined {
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((each) => typeof each === 'string') : undefined;
}

function valuesOf(schema: JsonObject): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined;
}
