import type { z } from 'zod';
import { type SchemaNode, inputNode } from '../input/json-schema-node.ts';

/** Throws when an object somewhere in the schema would swallow keys that it does not know. */
export function assertStrict(schema: z.ZodType): void {
  const loose = looseAt(inputNode(schema), []);
  if (loose !== undefined) throw new Error(`the schema must use z.strictObject at "${loose.join('.') || '(root)'}"`);
}

function looseAt(node: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const entries: SchemaNode = { ...node };
  if (typeof entries['properties'] === 'object' && entries['additionalProperties'] === undefined) return path;
  for (const [name, child] of Object.entries(entries)) {
    // Values that are data, not schemas.
    if (name === 'default' || name === 'const' || name === 'enum' || name === 'examples') continue;
    const found = looseAt(child, name === 'properties' ? path : [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
