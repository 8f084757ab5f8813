import { GraphQLScalarType, Kind, type ValueNode, print } from 'graphql';
import type { z } from 'zod';

/** How values of a scalar look in JSON and in a query. */
export interface ScalarForm {
  /** What stands in a query: `"EUR"` is a string, `1290` a number. */
  readonly literal: 'string' | 'number';
  /** What may come in. */
  readonly schema: z.ZodType<string | number>;
  /** Finishes the sentence "must be …". */
  readonly mustBe: string;
}

/**
 * A scalar whose values are checked by a schema. The name, the description and the link stand in the schema files.
 *
 * What comes in and is wrong is a `TypeError`, to which graphql-js adds the type and the place, and is refused before anything is asked of a service. What goes out is passed on as it is: the
 * contracts have checked it, and read more than is taken from a client.
 */
export function checkedScalar(name: string, { literal, schema, mustBe }: ScalarForm): GraphQLScalarType {
  const check = (value: unknown): string | number => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new TypeError(`must be ${mustBe}; was ${shown(value)}`);
  };
  const valueOf = (node: ValueNode): unknown => {
    if (literal === 'string' && node.kind === Kind.STRING) return node.value;
    if (literal === 'number' && (node.kind === Kind.INT || node.kind === Kind.FLOAT)) return Number(node.value);
    throw new TypeError(`must be ${mustBe}; was ${cut(print(node))}`);
  };
  return new GraphQLScalarType({
    name,
    parseValue: check,
    parseLiteral: (node) => check(valueOf(node)),
  });
}

const longestEcho = 40;

const cut = (text: string): string => (text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text);

/** What was given, cut: an answer must not become a mirror. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(cut(value));
  return typeof value === 'object' && value !== null ? 'no plain value' : String(value);
};
