import { z } from 'zod';

/** A part of a JSON Schema, read with care: only what is looked for is known of it. */
export type SchemaNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const roots = new WeakMap<z.ZodType, { input: SchemaNode; output: SchemaNode }>();

/** The JSON Schema of a zod schema, kept: it is asked for at each bad request. */
function rootsOf(schema: z.ZodType): { input: SchemaNode; output: SchemaNode } {
  let known = roots.get(schema);
  if (known === undefined) {
    known = { input: toNode(schema, 'input'), output: toNode(schema, 'output') };
    roots.set(schema, known);
  }
  return known;
}

function toNode(schema: z.ZodType, io: 'input' | 'output'): SchemaNode {
  const node: unknown = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return isNode(node) ? node : {};
}

/** The nodes that describe what stands at `path`: what comes out of parsing first, then what goes in. */
export function nodesAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly SchemaNode[] {
  const { input, output } = rootsOf(schema);
  return [follow(output, path), follow(input, path)].filter((node) => node !== undefined);
}

/** The root of the input side, to look into objects. */
export const inputNode = (schema: z.ZodType): SchemaNode => rootsOf(schema).input;

/** A node with its `$ref` into `$defs` followed. */
export function resolved(node: unknown, root: SchemaNode): SchemaNode | undefined {
  if (!isNode(node)) return undefined;
  const { $ref } = node;
  if (typeof $ref !== 'string') return node;
  const name = $ref.replace('#/$defs/', '');
  return $ref === '#' ? root : resolved(isNode(root['$defs']) ? root['$defs'][name] : undefined, root);
}

function follow(root: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  let node = resolved(root, root);
  for (const key of path) {
    if (node === undefined) return undefined;
    const { properties, items, additionalProperties } = node;
    const next =
      typeof key === 'number'
        ? items
        : isNode(properties)
          ? (properties[String(key)] ?? additionalProperties)
          : additionalProperties;
    node = resolved(next, root);
  }
  return node;
}

/** The names of an object node's properties. */
export const propertyNames = (node: SchemaNode | undefined): string[] =>
  isNode(node?.['properties']) ? Object.keys(node['properties']) : [];
