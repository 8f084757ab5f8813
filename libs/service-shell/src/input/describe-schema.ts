import type { z } from 'zod';
import { type SchemaNode, nodesAt } from './json-schema-node.ts';

/** What a schema allows at a path, in words that finish the sentence "must be …": `an integer from 1 to 50`. */
export function describeAllowed(schema: z.ZodType, path: readonly PropertyKey[] = []): string | undefined {
  for (const node of nodesAt(schema, path)) {
    const words = describeNode(node);
    if (words !== undefined) return words;
  }
  return undefined;
}

function describeNode(node: SchemaNode): string | undefined {
  if ('const' in node) return JSON.stringify(node['const']);
  if (Array.isArray(node['enum'])) return oneOf(node['enum'].map((value) => JSON.stringify(value)));
  if (Array.isArray(node['anyOf'])) return describeChoice(node['anyOf']);
  if (Array.isArray(node['type'])) return describeChoice(node['type'].map((type: unknown) => ({ ...node, type })));
  switch (node['type']) {
    case 'integer':
      return `an integer${range(node)}`;
    case 'number':
      return `a number${range(node)}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return describeText(node);
    case 'array':
      return `a list${counted(node['minItems'], node['maxItems'], 'items')}`;
    case 'object':
      return 'an object';
    case 'null':
      return 'null';
    default:
      return undefined;
  }
}

function describeChoice(choices: readonly SchemaNode[]): string | undefined {
  const words = choices.map(describeNode);
  return words.includes(undefined) ? undefined : words.join(' or ');
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'an ISO 8601 time such as 2025-01-31T12:00:00Z',
  date: 'a date such as 2025-01-31',
  uri: 'a URL',
  email: 'an email address',
  uuid: 'a UUID',
};

function describeText({ format, pattern, minLength, maxLength }: SchemaNode): string {
  if (typeof format === 'string' && formats[format] !== undefined) return formats[format];
  if (typeof pattern === 'string') return `a text that matches ${pattern}`;
  return `a text${counted(minLength, maxLength, 'characters')}`;
}

/** zod gives every integer JavaScript's own bounds, which say nothing. */
const bound = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaNode): string {
  const above = bound(exclusiveMinimum);
  const below = bound(exclusiveMaximum);
  const least = above === undefined ? bound(minimum) : undefined;
  const most = below === undefined ? bound(maximum) : undefined;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  const parts = [
    above === undefined ? undefined : `above ${above}`,
    least === undefined ? undefined : `of at least ${least}`,
    below === undefined ? undefined : `below ${below}`,
    most === undefined ? undefined : `of at most ${most}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
}

function counted(min: unknown, max: unknown, what: string): string {
  const least = bound(min);
  const most = bound(max);
  if (least !== undefined && least === most) return ` of ${least} ${what}`;
  if (least !== undefined && most !== undefined) return ` of ${least} to ${most} ${what}`;
  if (most !== undefined) return ` of at most ${most} ${what}`;
  return least === undefined ? '' : ` of at least ${least} ${what}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}
