import { z } from 'zod';

/** What a schema says of one knob. */
export interface KnobForm {
  readonly path: readonly string[];
  readonly default: unknown;
  readonly description: string;
}

const nodeSchema = z.looseObject({
  default: z.unknown().optional(),
  description: z.string().default(''),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** Every knob of a schema, in its order: what has no keys of its own. A list, a record or a choice of forms is one knob. */
export function knobForms(schema: z.ZodType): readonly KnobForm[] {
  return formsAt(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), [], undefined);
}

function formsAt(node: unknown, path: readonly string[], inherited: unknown): readonly KnobForm[] {
  const { properties, description, default: own } = nodeSchema.parse(node);
  const given = inherited ?? own;
  if (properties === undefined) return [{ path, default: given, description }];
  // A group may have a default as a whole, which is what a knob is when the group is left out.
  const group = z.record(z.string(), z.unknown()).safeParse(given).data ?? {};
  return Object.entries(properties).flatMap(([key, child]) => formsAt(child, [...path, key], group[key]));
}
